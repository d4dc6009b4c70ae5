<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <name>spikeclip::widgets::RateChart</name>
        <message numerus="yes">
            <source>%n layer(s). Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</source>
            <translation>
                <numerusform>%n layer. Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</numerusform>
                <numerusform>%n layers. Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</numerusform>
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
</TS>
