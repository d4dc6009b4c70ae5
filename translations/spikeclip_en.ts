<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CompareText</name>
    <message numerus="yes">
        <source>Medians of %n pass(es)</source>
        <translation>
            <numerusform>Median of %n pass</numerusform>
            <numerusform>Medians of %n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s), batch 1, T = %2.</source>
        <translation>
            <numerusform>%1, %n thread, batch 1, T = %2.</numerusform>
            <numerusform>%1, %n threads, batch 1, T = %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both have the same answer for %1 of %n picture(s).</source>
        <translation>
            <numerusform>Both have the same answer for %1 of %n picture.</numerusform>
            <numerusform>Both have the same answer for %1 of %n pictures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerText</name>
    <message numerus="yes">
        <source>%1 counted over %n step(s), of %2 possible: pairs of spikes that meet.</source>
        <translation>
            <numerusform>%1 counted over %n step, of %2 possible: pairs of spikes that meet.</numerusform>
            <numerusform>%1 counted over %n steps, of %2 possible: pairs of spikes that meet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 counted over %n step(s).</source>
        <translation>
            <numerusform>%1 counted over %n step.</numerusform>
            <numerusform>%1 counted over %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All labels together; %n picture(s) share them.</source>
        <translation>
            <numerusform>All labels together; %n picture has them to itself.</numerusform>
            <numerusform>All labels together; %n pictures share them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It runs at each of %n step(s).</source>
        <translation>
            <numerusform>It runs at %n step.</numerusform>
            <numerusform>It runs at each of %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LedgerVerdict</name>
    <message numerus="yes">
        <source>ANN of %n bit(s)</source>
        <translation>
            <numerusform>ANN of %n bit</numerusform>
            <numerusform>ANN of %n bits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 shown: %n row(s), %2 MAC and %3 AC charged</source>
        <translation>
            <numerusform>%1 shown: %n row, %2 MAC and %3 AC charged</numerusform>
            <numerusform>%1 shown: %n rows, %2 MAC and %3 AC charged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Estimated, one picture, T = %1 · %2 · memory: %3, %n bit(s)</source>
        <translation>
            <numerusform>Estimated, one picture, T = %1 · %2 · memory: %3, %n bit</numerusform>
            <numerusform>Estimated, one picture, T = %1 · %2 · memory: %3, %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::AboutDialog</name>
    <message numerus="yes">
        <source>%1 × %1 pixels, width %2, %n block(s), T = %3</source>
        <translation>
            <numerusform>%1 × %1 pixels, width %2, %n block, T = %3</numerusform>
            <numerusform>%1 × %1 pixels, width %2, %n blocks, T = %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::MainWindow</name>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The spikes of %n of these pictures are not kept: raise the memory in the gallery, or choose fewer.</source>
        <translation>
            <numerusform>The spikes of %n of these pictures are not kept: raise the memory in the gallery, or choose fewer.</numerusform>
            <numerusform>The spikes of %n of these pictures are not kept: raise the memory in the gallery, or choose fewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::SelfCheckDialog</name>
    <message numerus="yes">
        <source>Passed: all %n judged quantities are within what is allowed. This program computes what the reference computes.</source>
        <translation>
            <numerusform>Passed: the %n judged quantity is within what is allowed. This program computes what the reference computes.</numerusform>
            <numerusform>Passed: all %n judged quantities are within what is allowed. This program computes what the reference computes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>FAILED: %n of %1 judged quantities are outside of what is allowed. Do not trust results of this build, and please report it.</source>
        <translation>
            <numerusform>FAILED: %n of %1 judged quantities is outside of what is allowed. Do not trust results of this build, and please report it.</numerusform>
            <numerusform>FAILED: %n of %1 judged quantities are outside of what is allowed. Do not trust results of this build, and please report it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::SetupLink</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::TrainDesk</name>
    <message numerus="yes">
        <source>%n training(s) were interrupted. They can go on from where they stood.</source>
        <translation>
            <numerusform>%n training was interrupted. It can go on from where it stood.</numerusform>
            <numerusform>%n trainings were interrupted. They can go on from where they stood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::BreakEvenChart</name>
    <message numerus="yes">
        <source>%1 of %n layer(s) lie above the line with memory.</source>
        <translation>
            <numerusform>%1 of %n layer lies above the line with memory.</numerusform>
            <numerusform>%1 of %n layers lie above the line with memory.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) as dots.</source>
        <translation>
            <numerusform>%n layer as a dot.</numerusform>
            <numerusform>%n layers as dots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent layer(s) at the lower edge.</source>
        <translation>
            <numerusform>%n silent layer at the lower edge.</numerusform>
            <numerusform>%n silent layers at the lower edge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ChannelMapPanel</name>
    <message numerus="yes">
        <source>all %n channel(s), sorted by rate</source>
        <translation>
            <numerusform>%n channel, sorted by rate</numerusform>
            <numerusform>all %n channels, sorted by rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n channel(s), sorted by index</source>
        <translation>
            <numerusform>%n channel, sorted by index</numerusform>
            <numerusform>all %n channels, sorted by index</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>channel %1, step %2: %3 of %n neuron(s) fired, %4 spikes per neuron and step</source>
        <translation>
            <numerusform>channel %1, step %2: %3 of %n neuron fired, %4 spikes per neuron and step</numerusform>
            <numerusform>channel %1, step %2: %3 of %n neurons fired, %4 spikes per neuron and step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ClassBars</name>
    <message numerus="yes">
        <source>%n label(s): %1 recognised more often than before, %2 less often. Lowest recall after the run: %3 of %4.</source>
        <translation>
            <numerusform>%n label: %1 recognised more often than before, %2 less often. Lowest recall after the run: %3 of %4.</numerusform>
            <numerusform>%n labels: %1 recognised more often than before, %2 less often. Lowest recall after the run: %3 of %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n picture(s): %2 recognised before, %3 after</source>
        <translation>
            <numerusform>%1, %n picture: %2 recognised before, %3 after</numerusform>
            <numerusform>%1, %n pictures: %2 recognised before, %3 after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n picture(s): %2 recognised</source>
        <translation>
            <numerusform>%1, %n picture: %2 recognised</numerusform>
            <numerusform>%1, %n pictures: %2 recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken for %1.</source>
        <translation>
            <numerusform>%n picture taken for %1.</numerusform>
            <numerusform>%n pictures taken for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ClassList</name>
    <message numerus="yes">
        <source>%n label(s). First, %1.</source>
        <translation>
            <numerusform>%n label. First, %1.</numerusform>
            <numerusform>%n labels. First, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n picture(s) to learn from, %2 to judge by</source>
        <translation>
            <numerusform>%1: %n picture to learn from, %2 to judge by</numerusform>
            <numerusform>%1: %n pictures to learn from, %2 to judge by</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ComparePanel</name>
    <message numerus="yes">
        <source>&amp;All %n label(s)</source>
        <translation>
            <numerusform>&amp;All %n label</numerusform>
            <numerusform>&amp;All %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All labels instead of the %n label(s) with the spiking network&apos;s highest cosines</source>
        <translation>
            <numerusform>All labels instead of the %n label with the spiking network&apos;s highest cosine</numerusform>
            <numerusform>All labels instead of the %n labels with the spiking network&apos;s highest cosines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::CompareView</name>
    <message numerus="yes">
        <source>%n label(s), best first by the spiking network</source>
        <translation>
            <numerusform>%n label, by the spiking network</numerusform>
            <numerusform>%n labels, best first by the spiking network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n label(s), best first by the spiking network</source>
        <translation>
            <numerusform>%1 of %n label, by the spiking network</numerusform>
            <numerusform>%1 of %n labels, best first by the spiking network</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ConfusionList</name>
    <message numerus="yes">
        <source>%n picture(s) of %1 taken for %2: %3 of its pictures</source>
        <translation>
            <numerusform>%n picture of %1 taken for %2: %3 of its pictures</numerusform>
            <numerusform>%n pictures of %1 taken for %2: %3 of its pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ConfusionPanel</name>
    <message numerus="yes">
        <source>%1 recognised: %2 of %n picture(s), %3</source>
        <translation>
            <numerusform>%1 recognised: %2 of %n picture, %3</numerusform>
            <numerusform>%1 recognised: %2 of %n pictures, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 taken for %4: %2 of %n picture(s), %3</source>
        <translation>
            <numerusform>%1 taken for %4: %2 of %n picture, %3</numerusform>
            <numerusform>%1 taken for %4: %2 of %n pictures, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::CurvesChart</name>
    <message numerus="yes">
        <source>%n further run(s) are not drawn: no more can be told apart.</source>
        <translation>
            <numerusform>%n further run is not drawn: no more can be told apart.</numerusform>
            <numerusform>%n further runs are not drawn: no more can be told apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::DataPreview</name>
    <message numerus="yes">
        <source>%n label(s) have one picture only: it is learnt, but never judged by.</source>
        <translation>
            <numerusform>%n label has one picture only: it is learnt, but never judged by.</numerusform>
            <numerusform>%n labels have one picture only: it is learnt, but never judged by.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The smallest label has %n picture(s): few to learn from.</source>
        <translation>
            <numerusform>The smallest label has %n picture: few to learn from.</numerusform>
            <numerusform>The smallest label has %n pictures: few to learn from.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used and are left out</source>
        <translation>
            <numerusform>%n file cannot be used and is left out</numerusform>
            <numerusform>%n files cannot be used and are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to learn from</source>
        <translation>
            <numerusform>%n picture to learn from</numerusform>
            <numerusform>%n pictures to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n to judge by</source>
        <comment>labels, pictures to learn from</comment>
        <translation>
            <numerusform>%1, %2, %n to judge by</numerusform>
            <numerusform>%1, %2, %n to judge by</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::FeatureMapPanel</name>
    <message numerus="yes">
        <source>all %n channel(s), sorted by %1</source>
        <translation>
            <numerusform>%n channel, sorted by %1</numerusform>
            <numerusform>all %n channels, sorted by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: fired in %2 of %n step(s)</source>
        <translation>
            <numerusform>%1: fired in %2 of %n step</numerusform>
            <numerusform>%1: fired in %2 of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::GalleryPanel</name>
    <message numerus="yes">
        <source>All %n picture(s), %1</source>
        <translation>
            <numerusform>%n picture, %1</numerusform>
            <numerusform>All %n pictures, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n picture(s), %2, %3</source>
        <translation>
            <numerusform>%1 of %n picture, %2, %3</numerusform>
            <numerusform>%1 of %n pictures, %2, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n further picture(s) were left out: a gallery holds %1.</source>
        <translation>
            <numerusform>At least %n further picture was left out: a gallery holds %1.</numerusform>
            <numerusform>At least %n further pictures were left out: a gallery holds %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further picture(s) were left out: a gallery holds %1.</source>
        <translation>
            <numerusform>%n further picture was left out: a gallery holds %1.</numerusform>
            <numerusform>%n further pictures were left out: a gallery holds %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be read.</source>
        <translation>
            <numerusform>%n folder could not be read.</numerusform>
            <numerusform>%n folders could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were here already.</source>
        <translation>
            <numerusform>%n picture was here already.</numerusform>
            <numerusform>%n pictures were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spikes of %1 of %n picture(s), and of %2 not in the gallery, kept: %3 of %4 MB</source>
        <translation>
            <numerusform>Spikes of %1 of %n picture, and of %2 not in the gallery, kept: %3 of %4 MB</numerusform>
            <numerusform>Spikes of %1 of %n pictures, and of %2 not in the gallery, kept: %3 of %4 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spikes of %1 of %n picture(s) kept: %2 of %3 MB</source>
        <translation>
            <numerusform>Spikes of %1 of %n picture kept: %2 of %3 MB</numerusform>
            <numerusform>Spikes of %1 of %n pictures kept: %2 of %3 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 classified, %n failed</source>
        <translation>
            <numerusform>%1 of %2 classified, %n failed</numerusform>
            <numerusform>%1 of %2 classified, %n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack %n as &amp;trials</source>
        <translation>
            <numerusform>Stack %n as &amp;trials</numerusform>
            <numerusform>Stack %n as &amp;trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::HeatMap</name>
    <message numerus="yes">
        <source>%n cell(s) share this place. The highest:
%1</source>
        <translation>
            <numerusform>%n cell has this place. The highest:
%1</numerusform>
            <numerusform>%n cells share this place. The highest:
%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LabelEditor</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) merged</source>
        <translation>
            <numerusform>%n duplicate merged</numerusform>
            <numerusform>%n duplicates merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LayerMapPanel</name>
    <message numerus="yes">
        <source>all %n layer(s), from input to output</source>
        <translation>
            <numerusform>%n layer, from input to output</numerusform>
            <numerusform>all %n layers, from input to output</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n layer(s), those with counted spikes, from input to output</source>
        <translation>
            <numerusform>%1 of %n layer, those with counted spikes, from input to output</numerusform>
            <numerusform>%1 of %n layers, those with counted spikes, from input to output</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, step %2: %3 of %n neuron(s) fired, %4 spikes per neuron and step</source>
        <translation>
            <numerusform>%1, step %2: %3 of %n neuron fired, %4 spikes per neuron and step</numerusform>
            <numerusform>%1, step %2: %3 of %n neurons fired, %4 spikes per neuron and step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PotentialChart</name>
    <message numerus="yes">
        <source>%1 of %n neuron(s), the first chosen</source>
        <translation>
            <numerusform>%1 of %n neuron, the first chosen</numerusform>
            <numerusform>%1 of %n neurons, the first chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n neuron(s)</source>
        <translation>
            <numerusform>%n neuron</numerusform>
            <numerusform>%n neurons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spike(s) of %1, at step %2.</source>
        <translation>
            <numerusform>%n spike of %1, at step %2.</numerusform>
            <numerusform>%n spikes of %1, at steps %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RateChart</name>
    <message numerus="yes">
        <source>%n layer(s). Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</source>
        <translation>
            <numerusform>%n layer. Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</numerusform>
            <numerusform>%n layers. Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared with the mean of the %n picture(s) of this session, %1 differs most: %2, on average %3.</source>
        <translation>
            <numerusform>Compared with the mean of the %n picture of this session, %1 differs most: %2, on average %3.</numerusform>
            <numerusform>Compared with the mean of the %n pictures of this session, %1 differs most: %2, on average %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n picture(s)</source>
        <translation>
            <numerusform>mean of %n picture</numerusform>
            <numerusform>mean of %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tick across a bar is the mean rate, in as many steps, of the %n picture(s) of this session; each picture counts once.</source>
        <translation>
            <numerusform>The tick across a bar is the mean rate, in as many steps, of the %n picture of this session; each picture counts once.</numerusform>
            <numerusform>The tick across a bar is the mean rate, in as many steps, of the %n pictures of this session; each picture counts once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of the %n picture(s) of this session: %1</source>
        <translation>
            <numerusform>mean of the %n picture of this session: %1</numerusform>
            <numerusform>mean of the %n pictures of this session: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RateHistogram</name>
    <message numerus="yes">
        <source>%n spike(s) in steps 1 to %1: %2 neurons</source>
        <translation>
            <numerusform>%n spike in steps 1 to %1: %2 neurons</numerusform>
            <numerusform>%n spikes in steps 1 to %1: %2 neurons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>silent for all %n picture(s) so far: %1 (%2)</source>
        <translation>
            <numerusform>silent for the %n picture so far: %1 (%2)</numerusform>
            <numerusform>silent for all %n pictures so far: %1 (%2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RatePanel</name>
    <message numerus="yes">
        <source>%1; %n picture(s) in this session</source>
        <translation>
            <numerusform>%1; %n picture in this session</numerusform>
            <numerusform>%1; %n pictures in this session</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ResultCard</name>
    <message numerus="yes">
        <source>of %n validation picture(s) recognised, before and after</source>
        <translation>
            <numerusform>of %n validation picture recognised, before and after</numerusform>
            <numerusform>of %n validation pictures recognised, before and after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n validation picture(s) recognised</source>
        <translation>
            <numerusform>of %n validation picture recognised</numerusform>
            <numerusform>of %n validation pictures recognised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RunResultPanel</name>
    <message numerus="yes">
        <source>%n picture(s) that were wrong are right now</source>
        <translation>
            <numerusform>%n picture that was wrong is right now</numerusform>
            <numerusform>%n pictures that were wrong are right now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n that were right are wrong now.</source>
        <translation>
            <numerusform>%1; %n that was right is wrong now.</numerusform>
            <numerusform>%1; %n that were right are wrong now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n picture could not be read and was left out.</numerusform>
            <numerusform>%n pictures could not be read and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ScoreBars</name>
    <message numerus="yes">
        <source>%n label(s), best first. %1. Softmax scale %2.</source>
        <translation>
            <numerusform>%n label, best first. %1. Softmax scale %2.</numerusform>
            <numerusform>%n labels, best first. %1. Softmax scale %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n label(s)</source>
        <translation>
            <numerusform>Show the one label</numerusform>
            <numerusform>Show all %n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpeedChart</name>
    <message numerus="yes">
        <source>Measured with %n thread(s) on %1</source>
        <translation>
            <numerusform>Measured with %n thread on %1</numerusform>
            <numerusform>Measured with %n threads on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) of layers. %1.</source>
        <translation>
            <numerusform>%n shape of layers. %1.</numerusform>
            <numerusform>%n shapes of layers. %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpikeHealthPanel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of layers</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are nearly silent: %1.</source>
        <translation>
            <numerusform>%n layer is nearly silent: %1.</numerusform>
            <numerusform>%n layers are nearly silent: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) fire nearly all the time: %1.</source>
        <translation>
            <numerusform>%n layer fires nearly all the time: %1.</numerusform>
            <numerusform>%n layers fire nearly all the time: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n layer(s) are well: none nearly silent, none saturated.</source>
        <translation>
            <numerusform>%n layer is well: neither nearly silent nor saturated.</numerusform>
            <numerusform>All %n layers are well: none nearly silent, none saturated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n layer(s), from input to output</source>
        <translation>
            <numerusform>%n layer, from input to output</numerusform>
            <numerusform>all %n layers, from input to output</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpikePanel</name>
    <message numerus="yes">
        <source>of one layer for %n picture(s) side by side</source>
        <translation>
            <numerusform>of one layer for %n picture side by side</numerusform>
            <numerusform>of one layer for %n pictures side by side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without this layer</source>
        <translation>
            <numerusform>%n picture without this layer</numerusform>
            <numerusform>%n pictures without this layer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpikeRaster</name>
    <message numerus="yes">
        <source>%n neuron(s) selected.</source>
        <translation>
            <numerusform>%n neuron selected.</numerusform>
            <numerusform>%n neurons selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TemplatesDialog</name>
    <message numerus="yes">
        <source>%n template(s); their label vectors are averaged.</source>
        <translation>
            <numerusform>%n template.</numerusform>
            <numerusform>%n templates; their label vectors are averaged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TextView</name>
    <message numerus="yes">
        <source>token of %n channel(s)</source>
        <translation>
            <numerusform>token of %n channel</numerusform>
            <numerusform>token of %n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TokenChips</name>
    <message numerus="yes">
        <source>%n empty</source>
        <comment>places in front of a sentence</comment>
        <translation>
            <numerusform>%n empty</numerusform>
            <numerusform>%n empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) in front have no word: their neurons stay silent.</source>
        <translation>
            <numerusform>%n token in front has no word: its neurons stay silent.</numerusform>
            <numerusform>%n tokens in front have no word: their neurons stay silent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TradeOffChart</name>
    <message numerus="yes">
        <source>Of %n picture(s) of known label; bars: 95 % confidence.</source>
        <translation>
            <numerusform>Of %n picture of known label; bars: 95 % confidence.</numerusform>
            <numerusform>Of %n pictures of known label; bars: 95 % confidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) left out, because nothing names their label.</source>
        <translation>
            <numerusform>%n other left out, because nothing names its label.</numerusform>
            <numerusform>%n others left out, because nothing names their label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The twin was asked about %n.</source>
        <translation>
            <numerusform>The twin was asked about %n.</numerusform>
            <numerusform>The twin was asked about %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TradeOffPanel</name>
    <message numerus="yes">
        <source>Drop a folder whose sub-folders are named like labels. Of %n picture(s) so far, none lies in such a folder or is named like a label.</source>
        <translation>
            <numerusform>Drop a folder whose sub-folders are named like labels. The %n picture so far neither lies in such a folder nor is named like a label.</numerusform>
            <numerusform>Drop a folder whose sub-folders are named like labels. Of %n pictures so far, none lies in such a folder or is named like a label.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TrainingSetup</name>
    <message numerus="yes">
        <source>About %1 on this computer, for %n batch(es), and %2 of memory.</source>
        <translation>
            <numerusform>About %1 on this computer, for %n batch, and %2 of memory.</numerusform>
            <numerusform>About %1 on this computer, for %n batches, and %2 of memory.</numerusform>
        </translation>
    </message>
</context>
</TS>
