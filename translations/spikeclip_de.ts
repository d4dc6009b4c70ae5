<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About SpikeCLIP Explorer</source>
        <translation>Über SpikeCLIP Explorer</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>&lt;p&gt;Classify photographs with your own words on a spiking neural network, and watch the answer form step by step. Energy is estimated from operation counts, never measured.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty. The method is that of the paper &lt;a href=&quot;https://arxiv.org/abs/2310.06488&quot;&gt;SpikeCLIP&lt;/a&gt; (arXiv 2310.06488); this program and its model are independent of it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Fotos mit eigenen Worten einordnen, auf einem gepulsten neuronalen Netz, und zusehen, wie die Antwort Schritt für Schritt entsteht. Die Energie wird aus gezählten Rechenschritten geschätzt, nie gemessen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später; ohne jede Gewährleistung. Das Verfahren ist das des Aufsatzes &lt;a href=&quot;https://arxiv.org/abs/2310.06488&quot;&gt;SpikeCLIP&lt;/a&gt; (arXiv 2310.06488); dieses Programm und sein Modell sind davon unabhängig.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The model in use</source>
        <translation>Das verwendete Modell</translation>
    </message>
</context>
<context>
    <name>CompareText</name>
    <message>
        <source>The spiking network is faster here.</source>
        <translation>Das gepulste Netz ist hier schneller.</translation>
    </message>
    <message>
        <source>The ANN twin is faster here.</source>
        <translation>Der ANN-Zwilling ist hier schneller.</translation>
    </message>
    <message>
        <source>Neither is clearly faster here.</source>
        <translation>Keines von beiden ist hier deutlich schneller.</translation>
    </message>
    <message numerus="yes">
        <source>Medians of %n pass(es)</source>
        <translation>
            <numerusform>Median von %n Durchlauf</numerusform>
            <numerusform>Mediane von %n Durchläufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s), batch 1, T = %2.</source>
        <translation>
            <numerusform>%1, %n Thread, Batch 1, T = %2.</numerusform>
            <numerusform>%1, %n Threads, Batch 1, T = %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, batch 1, T = %2.</source>
        <translation>%1, Batch 1, T = %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a figure&apos;s name and what it is</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>about equal</source>
        <translation>etwa gleich</translation>
    </message>
    <message>
        <source>%1 % less</source>
        <translation>%1 % weniger</translation>
    </message>
    <message>
        <source>%1 % more</source>
        <translation>%1 % mehr</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Measuring both on this computer…</source>
        <translation>Beide werden auf diesem Rechner gemessen …</translation>
    </message>
    <message>
        <source>Not measured yet: “Measure” runs both on this computer.</source>
        <translation>Noch nicht gemessen: „Messen“ lässt beide auf diesem Rechner laufen.</translation>
    </message>
    <message>
        <source>Measuring again…</source>
        <translation>Wird neu gemessen …</translation>
    </message>
    <message>
        <source>Latency on this computer: spiking network %1 (%2), ANN twin %3 (%4).</source>
        <translation>Latenz auf diesem Rechner: gepulstes Netz %1 (%2), ANN-Zwilling %3 (%4).</translation>
    </message>
    <message>
        <source>Of the passes, which took turns, 95 % took at most %1 and %2. Making the picture small and reading labels is not included.</source>
        <translation>Von den Durchläufen, die einander abwechselten, brauchten 95 % höchstens %1 und %2. Das Verkleinern des Bildes und das Lesen der Begriffe sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>As 32-bit numbers.</source>
        <translation>Als 32-Bit-Zahlen.</translation>
    </message>
    <message>
        <source>Memory of the program: %1, with LibTorch and the twin %2.</source>
        <translation>Speicher des Programms: %1, mit LibTorch und dem Zwilling %2.</translation>
    </message>
    <message>
        <source>Memory of the program: %1.</source>
        <translation>Speicher des Programms: %1.</translation>
    </message>
    <message>
        <source>Weights of the image encoders: spiking network %1, ANN twin %2.</source>
        <translation>Gewichte der Bild-Encoder: gepulstes Netz %1, ANN-Zwilling %2.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Estimated, up to T = %1. %2.</source>
        <translation>Geschätzt, bis T = %1. %2.</translation>
    </message>
    <message>
        <source>Estimated energy of one picture: spiking network %1 up to T = %2, ANN twin %3. %4.</source>
        <translation>Geschätzte Energie eines Bildes: gepulstes Netz %1 bis T = %2, ANN-Zwilling %3. %4.</translation>
    </message>
    <message numerus="yes">
        <source>Both have the same answer for %1 of %n picture(s).</source>
        <translation>
            <numerusform>Beide geben bei %1 von %n Bild dieselbe Antwort.</numerusform>
            <numerusform>Beide geben bei %1 von %n Bildern dieselbe Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>These choices do not go together (%1): change one of them.</source>
        <translation>Diese Angaben passen nicht zusammen (%1): Ändern Sie eine davon.</translation>
    </message>
    <message>
        <source>The data does not have the shape that this model needs (%1): use a file made for this model.</source>
        <translation>Die Daten haben nicht die Form, die dieses Modell braucht (%1): Verwenden Sie eine Datei, die zu diesem Modell gehört.</translation>
    </message>
    <message>
        <source>A value is outside its range (%1): choose one within it.</source>
        <translation>Ein Wert liegt außerhalb seines Bereichs (%1): Wählen Sie einen darin.</translation>
    </message>
    <message>
        <source>There is no file or folder %1: check the name.</source>
        <translation>Es gibt keine Datei und keinen Ordner %1: Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1): check its permissions and its content.</source>
        <translation>Die Datei lässt sich nicht lesen (%1): Prüfen Sie ihre Rechte und ihren Inhalt.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1): free some space or choose another folder.</source>
        <translation>Die Datei lässt sich nicht schreiben (%1): Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The model file is damaged (%1): get a fresh copy of it.</source>
        <translation>Die Modelldatei ist beschädigt (%1): Besorgen Sie eine neue Kopie.</translation>
    </message>
    <message>
        <source>The file is not a model that this program knows (%1): choose a checkpoint written by SpikeCLIP Explorer.</source>
        <translation>Die Datei ist kein Modell, das dieses Programm kennt (%1): Wählen Sie ein von SpikeCLIP Explorer geschriebenes Modell.</translation>
    </message>
    <message>
        <source>The picture is damaged or cut off (%1): try another copy of it.</source>
        <translation>Das Bild ist beschädigt oder abgeschnitten (%1): Versuchen Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>The picture is too large (%1): make it smaller and try again.</source>
        <translation>Das Bild ist zu groß (%1): Verkleinern Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file is not in a picture format that can be read here (%1): save it as JPEG or PNG.</source>
        <translation>Die Datei hat kein Bildformat, das hier gelesen werden kann (%1): Speichern Sie sie als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>There are no labels to choose from: type at least one.</source>
        <translation>Es gibt keine Begriffe zur Auswahl: Geben Sie mindestens einen ein.</translation>
    </message>
    <message>
        <source>The model has no weights for that many time steps (%1): ask for fewer.</source>
        <translation>Das Modell hat keine Gewichte für so viele Zeitschritte (%1): Verlangen Sie weniger.</translation>
    </message>
    <message>
        <source>The model lacks the part that this needs (%1): choose another model or another encoder.</source>
        <translation>Dem Modell fehlt der dafür nötige Teil (%1): Wählen Sie ein anderes Modell oder einen anderen Encoder.</translation>
    </message>
    <message>
        <source>The compute device %1 is not available: choose cpu or another device.</source>
        <translation>Das Rechengerät %1 steht nicht zur Verfügung: Wählen Sie cpu oder ein anderes Gerät.</translation>
    </message>
    <message>
        <source>There was not enough memory (%1): close other programs or take a smaller batch.</source>
        <translation>Der Speicher reichte nicht (%1): Schließen Sie andere Programme oder nehmen Sie einen kleineren Batch.</translation>
    </message>
    <message>
        <source>No picture was found in %1: give a folder with one sub-folder of pictures for each class.</source>
        <translation>In %1 wurde kein Bild gefunden: Geben Sie einen Ordner mit einem Unterordner voller Bilder für jede Klasse an.</translation>
    </message>
    <message>
        <source>The recipe cannot be used (%1): correct that place in the file.</source>
        <translation>Das Rezept ist nicht brauchbar (%1): Berichtigen Sie diese Stelle in der Datei.</translation>
    </message>
    <message>
        <source>Training was stopped because the loss is no longer a number (%1): lower the learning rate.</source>
        <translation>Das Training wurde beendet, weil der Verlust keine Zahl mehr ist (%1): Senken Sie die Lernrate.</translation>
    </message>
    <message>
        <source>Another process of this training has ended or does not answer (%1): see what it said, then start all of them again with --resume.</source>
        <translation>Ein anderer Prozess dieses Trainings ist zu Ende oder antwortet nicht (%1): Lesen Sie, was er gemeldet hat, und starten Sie dann alle neu mit --resume.</translation>
    </message>
    <message>
        <source>The engine could not be loaded (%1): install the program and LibTorch again.</source>
        <translation>Die Rechenmaschine ließ sich nicht laden (%1): Installieren Sie das Programm und LibTorch neu.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1): please report it together with what you did.</source>
        <translation>Im Programm ist etwas schiefgegangen (%1): Bitte melden Sie es zusammen mit dem, was Sie getan haben.</translation>
    </message>
</context>
<context>
    <name>LayerText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>event-driven</source>
        <translation>ereignisgesteuert</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>dicht</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>Block %1</translation>
    </message>
</context>
<context>
    <name>LedgerText</name>
    <message>
        <source>%1 multiply-accumulates</source>
        <translation>%1 MAC</translation>
    </message>
    <message>
        <source>%1 accumulates</source>
        <translation>%1 AC</translation>
    </message>
    <message>
        <source>The rules charge no neuron updates.</source>
        <translation>Die Regeln rechnen die Aktualisierung der Neuronen nicht an.</translation>
    </message>
    <message>
        <source>The rules fold the normalisation into the weights.</source>
        <translation>Die Regeln rechnen die Normalisierung in die Gewichte ein.</translation>
    </message>
    <message>
        <source>The rules charge no read-out.</source>
        <translation>Die Regeln rechnen das Auslesen nicht an.</translation>
    </message>
    <message>
        <source>The rules charge no products of attention.</source>
        <translation>Die Regeln rechnen die Produkte der Aufmerksamkeit nicht an.</translation>
    </message>
    <message numerus="yes">
        <source>%1 counted over %n step(s), of %2 possible: pairs of spikes that meet.</source>
        <translation>
            <numerusform>%1 gezählt in %n Schritt, von %2 möglichen: Paare von Spikes, die sich treffen.</numerusform>
            <numerusform>%1 gezählt in %n Schritten, von %2 möglichen: Paare von Spikes, die sich treffen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 × %3…</source>
        <translation>%1 × %2 × %3…</translation>
    </message>
    <message>
        <source>%1 = %2: steps × dense × input rate, and exactly what was counted.</source>
        <translation>%1 = %2: Schritte × dicht × Eingangsrate, und genau das wurde gezählt.</translation>
    </message>
    <message>
        <source>%1 ≈ %2 (steps × dense × input rate). Counted exactly: %3, because a spike at the edge reaches fewer outputs.</source>
        <translation>%1 ≈ %2 (Schritte × dicht × Eingangsrate). Genau gezählt: %3, denn ein Spike am Rand erreicht weniger Ausgänge.</translation>
    </message>
    <message>
        <source>%1 × %2 = %3</source>
        <translation>%1 × %2 = %3</translation>
    </message>
    <message>
        <source>%1: steps × neurons.</source>
        <translation>%1: Schritte × Neuronen.</translation>
    </message>
    <message>
        <source>%1: runs × normalised values.</source>
        <translation>%1: Läufe × normalisierte Werte.</translation>
    </message>
    <message>
        <source>%1: steps × values that are weighted.</source>
        <translation>%1: Schritte × gewichtete Werte.</translation>
    </message>
    <message>
        <source>%1: runs × products.</source>
        <translation>%1: Läufe × Produkte.</translation>
    </message>
    <message>
        <source>%1: runs × products inside the picture.</source>
        <translation>%1: Läufe × Produkte innerhalb des Bildes.</translation>
    </message>
    <message numerus="yes">
        <source>%1 counted over %n step(s).</source>
        <translation>
            <numerusform>%1 gezählt in %n Schritt.</numerusform>
            <numerusform>%1 gezählt in %n Schritten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All labels together; %n picture(s) share them.</source>
        <translation>
            <numerusform>Alle Begriffe zusammen, geteilt durch %n Bild.</numerusform>
            <numerusform>Alle Begriffe zusammen, geteilt durch %n Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not charged. %1</source>
        <translation>Nicht angerechnet. %1</translation>
    </message>
    <message>
        <source>%1 × %2 pJ / %3 pictures = %4 a picture, estimated</source>
        <translation>%1 × %2 pJ / %3 Bilder = %4 je Bild, geschätzt</translation>
    </message>
    <message>
        <source>%1 × %2 pJ = %3, estimated</source>
        <translation>%1 × %2 pJ = %3, geschätzt</translation>
    </message>
    <message>
        <source>%1 × %2 pJ = %3 pJ: a multiply-accumulate with a value of %1 bits is charged as %1 accumulates, one a bit. (%4)</source>
        <translation>%1 × %2 pJ = %3 pJ: Ein MAC mit einem Wert von %1 Bit wird als %1 AC angerechnet, eines je Bit. (%4)</translation>
    </message>
    <message>
        <source>%1 pJ for a multiply-accumulate of real numbers (%2)</source>
        <translation>%1 pJ für ein MAC reeller Zahlen (%2)</translation>
    </message>
    <message>
        <source>%1 pJ for the accumulate of a weight for a spike (%2)</source>
        <translation>%1 pJ für ein AC, das ein Gewicht für einen Spike addiert (%2)</translation>
    </message>
    <message>
        <source>%1 × %2 = %3 bits of weights, one read for each operation</source>
        <translation>%1 × %2 = %3 Bit Gewichte, für jede Operation eines geholt</translation>
    </message>
    <message>
        <source>%1 × %2 = %3 bits of weights, each read once whenever the layer runs</source>
        <translation>%1 × %2 = %3 Bit Gewichte, jedes einmal je Lauf der Schicht geholt</translation>
    </message>
    <message>
        <source>%1 bits of spikes, written, one a neuron and step</source>
        <translation>%1 Bit Spikes, geschrieben, eines je Neuron und Schritt</translation>
    </message>
    <message>
        <source>%1 bits of inputs and outputs</source>
        <translation>%1 Bit Eingänge und Ausgänge</translation>
    </message>
    <message>
        <source>%1 bits of membrane potentials, read and written</source>
        <translation>%1 Bit Membranpotenziale, gelesen und geschrieben</translation>
    </message>
    <message>
        <source>No memory traffic of its own.</source>
        <translation>Kein eigener Speicherverkehr.</translation>
    </message>
    <message>
        <source>Together %1 bits.</source>
        <translation>Zusammen %1 Bit.</translation>
    </message>
    <message>
        <source>%1 bits × %2 pJ / %3 pictures = %4 a picture, estimated (%5)</source>
        <translation>%1 Bit × %2 pJ / %3 Bilder = %4 je Bild, geschätzt (%5)</translation>
    </message>
    <message>
        <source>%1 bits × %2 pJ = %3, estimated (%4)</source>
        <translation>%1 Bit × %2 pJ = %3, geschätzt (%4)</translation>
    </message>
    <message>
        <source>Real numbers come in, so that there is no rate.</source>
        <translation>Es kommen reelle Zahlen an; daher gibt es keine Rate.</translation>
    </message>
    <message>
        <source>Several layers of neurons feed it.</source>
        <translation>Mehrere Schichten von Neuronen speisen sie.</translation>
    </message>
    <message>
        <source>%1 spikes per neuron and step, of these neurons</source>
        <translation>%1 Spikes je Neuron und Schritt, von diesen Neuronen</translation>
    </message>
    <message>
        <source>%1 spikes per neuron and step, of the neurons that feed this layer</source>
        <translation>%1 Spikes je Neuron und Schritt, von den Neuronen, die diese Schicht speisen</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>Quantised ANN twin</source>
        <translation>Quantisierter ANN-Zwilling</translation>
    </message>
    <message>
        <source>Spiking network</source>
        <translation>Gepulstes Netz</translation>
    </message>
    <message>
        <source>Read-out</source>
        <translation>Auslesen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Own constants</source>
        <translation>Eigene Konstanten</translation>
    </message>
    <message>
        <source>%1: %2 pJ/MAC, %3 pJ/AC</source>
        <translation>%1: %2 pJ/MAC, %3 pJ/AC</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and k, M, G or T</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, neurons</source>
        <translation>%1, Neuronen</translation>
    </message>
    <message>
        <source>%1, normalisation</source>
        <translation>%1, Normalisierung</translation>
    </message>
    <message>
        <source>weighting of the steps</source>
        <translation>Gewichtung der Schritte</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dicht</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>pJ each</source>
        <translation>pJ je Op</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Memory bits</source>
        <translation>Speicherbits</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>Geteilt durch</translation>
    </message>
    <message>
        <source>What is charged, from the picture to the answer</source>
        <translation>Was angerechnet wird, vom Bild bis zur Antwort</translation>
    </message>
    <message>
        <source>MAC: multiply-accumulate of real numbers. AC: accumulate of a weight for a spike</source>
        <translation>MAC: reelle Zahlen multiplizieren und addieren. AC: für einen Spike ein Gewicht addieren</translation>
    </message>
    <message>
        <source>How often the layer runs for one picture</source>
        <translation>Wie oft die Schicht für ein Bild läuft</translation>
    </message>
    <message>
        <source>Operations if every input fired, padding included, over all runs</source>
        <translation>Operationen, wenn jeder Eingang feuerte, Auffüllung am Rand eingeschlossen, über alle Läufe</translation>
    </message>
    <message>
        <source>Spikes per neuron and step of what comes in, counted</source>
        <translation>Spikes je Neuron und Schritt am Eingang, gezählt</translation>
    </message>
    <message>
        <source>Operations counted, exactly: for each spike the outputs that it reaches</source>
        <translation>Operationen, genau gezählt: für jeden Spike die Ausgänge, die er erreicht</translation>
    </message>
    <message>
        <source>Picojoules for one operation, from the preset</source>
        <translation>Pikojoule für eine Operation, aus der Vorgabe</translation>
    </message>
    <message>
        <source>Estimated energy of the operations: operations × picojoules, for one picture</source>
        <translation>Geschätzte Energie der Operationen: Operationen × Pikojoule, für ein Bild</translation>
    </message>
    <message>
        <source>Of the energy of all operations, without memory</source>
        <translation>An der Energie aller Operationen, ohne Speicher</translation>
    </message>
    <message>
        <source>Bits read and written: weights, inputs and outputs, membrane potentials</source>
        <translation>Gelesene und geschriebene Bits: Gewichte, Eingänge und Ausgänge, Membranpotenziale</translation>
    </message>
    <message>
        <source>Estimated energy of the memory traffic: bits × picojoules, for one picture</source>
        <translation>Geschätzte Energie des Speicherverkehrs: Bits × Pikojoule, für ein Bild</translation>
    </message>
    <message>
        <source>Pictures among which the row is divided</source>
        <translation>Bilder, auf die die Zeile verteilt wird</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>nicht angerechnet</translation>
    </message>
    <message>
        <source>synapses</source>
        <translation>Synapsen</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>normalisation</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>MAC: real numbers are multiplied and added</source>
        <translation>MAC: Reelle Zahlen werden multipliziert und addiert</translation>
    </message>
    <message>
        <source>AC: a spike only has its weight added</source>
        <translation>AC: Für einen Spike wird nur sein Gewicht addiert</translation>
    </message>
    <message numerus="yes">
        <source>It runs at each of %n step(s).</source>
        <translation>
            <numerusform>Sie läuft in %n Schritt.</numerusform>
            <numerusform>Sie läuft in jedem von %n Schritten.</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs once for a picture.</source>
        <translation>Sie läuft einmal je Bild.</translation>
    </message>
    <message>
        <source>%1 × %2 = %3: runs × operations if every input fired</source>
        <translation>%1 × %2 = %3: Läufe × Operationen, wenn jeder Eingang feuerte</translation>
    </message>
    <message>
        <source>%1 of %2 = %3 of the energy of all operations</source>
        <translation>%1 von %2 = %3 der Energie aller Operationen</translation>
    </message>
    <message>
        <source>Pictures among which the row is divided: %1</source>
        <translation>Bilder, auf die die Zeile verteilt wird: %1</translation>
    </message>
    <message>
        <source>Energy: %1</source>
        <translation>Energie: %1</translation>
    </message>
    <message>
        <source>Memory: %1</source>
        <translation>Speicher: %1</translation>
    </message>
</context>
<context>
    <name>LedgerVerdict</name>
    <message>
        <source>%1: %2 MAC and %3 AC, %4</source>
        <translation>%1: %2 MAC und %3 AC, %4</translation>
    </message>
    <message>
        <source>%1: %2 of operations + %3 of memory = %4</source>
        <translation>%1: %2 für Operationen + %3 für Speicher = %4</translation>
    </message>
    <message>
        <source>%1: SNN %2</source>
        <translation>%1: SNN %2</translation>
    </message>
    <message>
        <source>%1: SNN %2, ANN %3, %4</source>
        <translation>%1: SNN %2, ANN %3, %4</translation>
    </message>
    <message>
        <source>With memory</source>
        <translation>Mit Speicher</translation>
    </message>
    <message numerus="yes">
        <source>ANN of %n bit(s)</source>
        <translation>
            <numerusform>ANN mit %n Bit</numerusform>
            <numerusform>ANN mit %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>Compute only</source>
        <translation>Nur Rechnen</translation>
    </message>
    <message>
        <source>as much</source>
        <comment>energy as the ANN twin</comment>
        <translation>ebenso viel</translation>
    </message>
    <message>
        <source>%1 % less</source>
        <translation>%1 % weniger</translation>
    </message>
    <message>
        <source>%1 % more</source>
        <translation>%1 % mehr</translation>
    </message>
    <message>
        <source>SNN</source>
        <translation>SNN</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>The operations alone, as most papers report them: each counted operation times its picojoules (%1).</source>
        <translation>Die Operationen allein, wie die meisten Arbeiten sie angeben: jede gezählte Operation mal ihre Pikojoule (%1).</translation>
    </message>
    <message>
        <source>Operations and memory traffic: each bit of a weight, value or potential that is read or written costs %1 pJ (%2).</source>
        <translation>Operationen und Speicherverkehr: Jedes Bit eines Gewichts, Wertes oder Potenzials, das gelesen oder geschrieben wird, kostet %1 pJ (%2).</translation>
    </message>
    <message>
        <source>With memory, against the ANN twin with activations of %1 bits: as many values as %2 steps of spikes can tell apart, ceil(log2(T + 1)). After Yan and others, arXiv 2409.08290. A multiply-accumulate with such a value is charged as %1 accumulates.</source>
        <translation>Mit Speicher, gegen den ANN-Zwilling mit Aktivierungen von %1 Bit: so viele Werte, wie %2 Schritte von Spikes unterscheiden können, log2(T + 1), aufgerundet. Nach Yan und anderen, arXiv 2409.08290. Ein MAC mit einem solchen Wert wird als %1 AC angerechnet.</translation>
    </message>
    <message>
        <source>Quantised ANN twin</source>
        <translation>Quantisierter ANN-Zwilling</translation>
    </message>
    <message>
        <source>This model has no ANN twin to compare with.</source>
        <translation>Dieses Modell hat keinen ANN-Zwilling zum Vergleichen.</translation>
    </message>
    <message>
        <source>The neurons of this answer were not recorded: the traffic of their potentials is left out.</source>
        <translation>Die Neuronen dieser Antwort wurden nicht aufgezeichnet: Der Verkehr ihrer Potenziale ist ausgelassen.</translation>
    </message>
    <message>
        <source>Estimated, for one picture at T = %1.</source>
        <translation>Geschätzt, für ein Bild bei T = %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 shown: %n row(s), %2 MAC and %3 AC charged</source>
        <translation>
            <numerusform>%1 gezeigt: %n Zeile, %2 MAC und %3 AC angerechnet</numerusform>
            <numerusform>%1 gezeigt: %n Zeilen, %2 MAC und %3 AC angerechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 costs most, %2 of %3</source>
        <translation>Am meisten kostet %1, %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>Estimated, one picture, T = %1 · %2 · memory: %3, %n bit(s)</source>
        <translation>
            <numerusform>Geschätzt, ein Bild, T = %1 · %2 · Speicher: %3, %n Bit</numerusform>
            <numerusform>Geschätzt, ein Bild, T = %1 · %2 · Speicher: %3, %n Bit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDelegate</name>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>wartet …</translation>
    </message>
    <message>
        <source>cosine %1</source>
        <translation>Kosinus %1</translation>
    </message>
</context>
<context>
    <name>PotentialText</name>
    <message>
        <source>neuron %1</source>
        <translation>Neuron %1</translation>
    </message>
    <message>
        <source>neuron %1 (channel %2)</source>
        <translation>Neuron %1 (Kanal %2)</translation>
    </message>
    <message>
        <source>neuron %1 (channel %2 at %3, %4)</source>
        <translation>Neuron %1 (Kanal %2 bei %3, %4)</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1 + (%2) / %3 = %4</source>
        <comment>the recursion with numbers: potential before, current minus potential, tau, charged</comment>
        <translation>%1 + (%2) / %3 = %4</translation>
    </message>
    <message>
        <source>%1 ≥ %2: fires</source>
        <comment>charged potential, threshold</comment>
        <translation>%1 ≥ %2: feuert</translation>
    </message>
    <message>
        <source>%1 &lt; %2: silent</source>
        <comment>charged potential, threshold</comment>
        <translation>%1 &lt; %2: stumm</translation>
    </message>
</context>
<context>
    <name>SelfCheckDialog</name>
    <message>
        <source>Self-check</source>
        <translation>Selbstprüfung</translation>
    </message>
    <message>
        <source>Compares what this program computes on this computer with reference values of the original SpikeCLIP encoders, layer by layer. It may take some minutes; nothing else is computed meanwhile.</source>
        <translation>Vergleicht, was dieses Programm auf diesem Rechner berechnet, Schicht für Schicht mit Referenzwerten der ursprünglichen SpikeCLIP-Encoder. Das kann einige Minuten dauern; währenddessen wird nichts anderes gerechnet.</translation>
    </message>
    <message>
        <source>Deviations from the reference</source>
        <translation>Abweichungen von der Referenz</translation>
    </message>
    <message>
        <source>Progress of the self-check</source>
        <translation>Fortschritt der Selbstprüfung</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Als CSV &amp;speichern …</translation>
    </message>
</context>
<context>
    <name>SpikeChangeText</name>
    <message>
        <source>the spike of “%1” vanishes</source>
        <translation>der Spike von „%1“ verschwindet</translation>
    </message>
    <message>
        <source>a spike appears with “%1”</source>
        <translation>mit „%1“ erscheint ein Spike</translation>
    </message>
    <message>
        <source>the spike stays</source>
        <translation>der Spike bleibt</translation>
    </message>
    <message>
        <source>no spike</source>
        <translation>kein Spike</translation>
    </message>
</context>
<context>
    <name>SpikeHealthPanel</name>
    <message>
        <source>%1, %2</source>
        <comment>block, layer in it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Prompt templates</source>
        <translation>Satzvorlagen</translation>
    </message>
    <message>
        <source>One template a line. The label replaces {}, for example: a photo of a {}</source>
        <translation>Eine Vorlage je Zeile. Der Begriff ersetzt {}, zum Beispiel: a photo of a {}</translation>
    </message>
    <message>
        <source>Prompt templates, one a line</source>
        <translation>Satzvorlagen, eine je Zeile</translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message>
        <source>head</source>
        <comment>stage of training: the read-out alone</comment>
        <translation>Ausleseschicht</translation>
    </message>
    <message>
        <source>all weights</source>
        <comment>stage of training</comment>
        <translation>alle Gewichte</translation>
    </message>
    <message>
        <source>alignment</source>
        <comment>stage of training</comment>
        <translation>Angleichung</translation>
    </message>
    <message>
        <source>two losses</source>
        <comment>stage of training</comment>
        <translation>zwei Verluste</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <comment>stage of training</comment>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>text side</source>
        <comment>stage of training</comment>
        <translation>Textseite</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Firing rate</source>
        <translation>Feuerrate</translation>
    </message>
    <message>
        <source>Estimated energy</source>
        <translation>Geschätzte Energie</translation>
    </message>
    <message>
        <source>Gradient angle</source>
        <translation>Gradientenwinkel</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>KL to the twin</source>
        <translation>KL zum Zwilling</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>Angleichung</translation>
    </message>
    <message>
        <source>while learning</source>
        <translation>beim Lernen</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>pictures per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>firing rate</source>
        <translation>Feuerrate</translation>
    </message>
    <message>
        <source>SNN</source>
        <translation>SNN</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Zero-shot classification on a spiking CLIP, watched step by step.</source>
        <translation>Einordnen ohne Training auf einem gepulsten CLIP, Schritt für Schritt zu sehen.</translation>
    </message>
    <message>
        <source>Photographs to open.</source>
        <translation>Fotos, die geöffnet werden.</translation>
    </message>
    <message>
        <source>Open this checkpoint instead of the shipped model.</source>
        <translation>Dieses Modell statt des mitgelieferten öffnen.</translation>
    </message>
    <message>
        <source>Compute on this device for this run: cpu, cuda or cuda:0.</source>
        <translation>Für diesmal auf diesem Gerät rechnen: cpu, cuda oder cuda:0.</translation>
    </message>
    <message>
        <source>Colours for this run: system, light or dark.</source>
        <translation>Farben für diesmal: system, light oder dark.</translation>
    </message>
    <message>
        <source>Save a picture of the window once it shows an answer, and leave.</source>
        <translation>Ein Bild des Fensters speichern, sobald es eine Antwort zeigt, und beenden.</translation>
    </message>
    <message>
        <source>Print how long the window and the first answer took, and leave.</source>
        <translation>Ausgeben, wie lange Fenster und erste Antwort gebraucht haben, und beenden.</translation>
    </message>
    <message>
        <source>Size of the window, for example 1280x800.</source>
        <translation>Größe des Fensters, zum Beispiel 1280x800.</translation>
    </message>
    <message>
        <source>The size must be given like 1280x800, not %1.</source>
        <translation>Die Größe muss wie 1280x800 angegeben werden, nicht %1.</translation>
    </message>
    <message>
        <source>The picture of the window cannot be written to %1.</source>
        <translation>Das Bild des Fensters lässt sich nicht nach %1 schreiben.</translation>
    </message>
    <message>
        <source>Arrangement of the panels for a start: simple, full, energy or train.</source>
        <translation>Anordnung der Bereiche für den Anfang: simple, full, energy oder train.</translation>
    </message>
    <message>
        <source>Show what the model can learn from these pictures: a folder of classes.</source>
        <translation>Zeigen, was das Modell aus diesen Bildern lernen kann: ein Ordner mit Klassen.</translation>
    </message>
    <message>
        <source>Keep runs of training in this folder.</source>
        <translation>Trainingsläufe in diesem Ordner aufbewahren.</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::AboutDialog</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Image side</source>
        <translation>Bildseite</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %1 pixels, width %2, %n block(s), T = %3</source>
        <translation>
            <numerusform>%1 × %1 Pixel, Breite %2, %n Block, T = %3</numerusform>
            <numerusform>%1 × %1 Pixel, Breite %2, %n Blöcke, T = %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Parameters, %1</source>
        <translation>Parameter, %1</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>Version %1, Qt %2</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Es ist kein Modell geladen.</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::Adoption</name>
    <message>
        <source>The model was saved as %1.</source>
        <translation>Das Modell wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Save the model as</source>
        <translation>Das Modell speichern unter</translation>
    </message>
    <message>
        <source>SpikeCLIP checkpoints (*.safetensors)</source>
        <translation>SpikeCLIP-Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>This run has left no model.</source>
        <translation>Dieser Lauf hat kein Modell hinterlassen.</translation>
    </message>
    <message>
        <source>A model is being opened.</source>
        <translation>Ein Modell wird gerade geöffnet.</translation>
    </message>
    <message>
        <source>There is no model to go back to.</source>
        <translation>Es gibt kein Modell, zu dem es zurückgehen könnte.</translation>
    </message>
    <message>
        <source>The model is being saved.</source>
        <translation>Das Modell wird gerade gespeichert.</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::CompareLink</name>
    <message>
        <source>This model has no ANN twin to compare the spiking network with.</source>
        <translation>Dieses Modell hat keinen ANN-Zwilling, mit dem sich das gepulste Netz vergleichen ließe.</translation>
    </message>
    <message>
        <source>The ANN twin itself has answered: choose the spiking network as encoder to see both.</source>
        <translation>Geantwortet hat der ANN-Zwilling selbst: Wählen Sie das gepulste Netz als Encoder, um beide zu sehen.</translation>
    </message>
    <message>
        <source>on bits</source>
        <translation>auf Bits</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::ExitGuard</name>
    <message>
        <source>A model is being trained</source>
        <translation>Ein Modell wird trainiert</translation>
    </message>
    <message>
        <source>A model is being trained.</source>
        <translation>Ein Modell wird trainiert.</translation>
    </message>
    <message>
        <source>It can stop now and continue the next time, from where it stands. Nothing that it has learnt is lost.</source>
        <translation>Es kann jetzt anhalten und beim nächsten Mal dort weitermachen, wo es steht. Nichts von dem, was es gelernt hat, geht verloren.</translation>
    </message>
    <message>
        <source>Stop and Continue Next Time</source>
        <translation>Anhalten und nächstes Mal fortsetzen</translation>
    </message>
    <message>
        <source>Keep the Window Open</source>
        <translation>Fenster offen lassen</translation>
    </message>
    <message>
        <source>Saving what was learnt…</source>
        <translation>Das Gelernte wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::Intake</name>
    <message>
        <source>Open a picture, or several</source>
        <translation>Ein Bild öffnen, oder mehrere</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>Einen Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>SpikeCLIP checkpoints (*.safetensors);;All files (*)</source>
        <translation>SpikeCLIP-Modelle (*.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::JobsLink</name>
    <message>
        <source>Another window has this run.</source>
        <translation>Ein anderes Fenster hat diesen Lauf.</translation>
    </message>
    <message>
        <source>What this run says of itself cannot be read. It can only be removed.</source>
        <translation>Was dieser Lauf über sich sagt, lässt sich nicht lesen. Er lässt sich nur entfernen.</translation>
    </message>
    <message>
        <source>Stopping after this batch…</source>
        <translation>Hält nach diesem Batch an …</translation>
    </message>
    <message>
        <source>No program opened the folder %1.</source>
        <translation>Kein Programm hat den Ordner %1 geöffnet.</translation>
    </message>
    <message>
        <source>Remove a run</source>
        <translation>Einen Lauf entfernen</translation>
    </message>
    <message>
        <source>Move the run “%1” to the trash?</source>
        <translation>Den Lauf „%1“ in den Papierkorb legen?</translation>
    </message>
    <message>
        <source>All its files go with it: the model that it has made, its curves and its result. A model that is in use stays in use until another is opened.</source>
        <translation>Alle seine Dateien gehen mit: das Modell, das er gemacht hat, seine Kurven und sein Ergebnis. Ein verwendetes Modell bleibt in Verwendung, bis ein anderes geöffnet wird.</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>In den Papierkorb</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::MainWindow</name>
    <message>
        <source>The ANN twin has no spikes.</source>
        <translation>Der ANN-Zwilling hat keine Spikes.</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>Loading engine and model…</source>
        <translation>Rechenmaschine und Modell werden geladen …</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Es wird gerechnet …</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <translation>
            <numerusform>%1, %n Thread</numerusform>
            <numerusform>%1, %n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no model at %1, so nothing can be classified yet: choose one with File › Open Model, or train one with “spikeclip train”.</source>
        <translation>Unter %1 liegt kein Modell, daher lässt sich noch nichts einordnen: Wählen Sie eines mit Datei › Modell öffnen oder trainieren Sie eines mit „spikeclip train“.</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>Fallen gelassenes Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Estimated energy</source>
        <translation>Geschätzte Energie</translation>
    </message>
    <message>
        <source>every step from one pass</source>
        <translation>jeder Schritt aus einem Durchlauf</translation>
    </message>
    <message>
        <source>Spiking network</source>
        <translation>Gepulstes Netz</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Which network answers: the spiking one, or the ordinary one of the same shape</source>
        <translation>Welches Netz antwortet: das gepulste oder das gewöhnliche gleicher Bauart</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open Picture…</source>
        <translation>Bild ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Paste Picture</source>
        <translation>Bild &amp;einfügen</translation>
    </message>
    <message>
        <source>Open &amp;Model…</source>
        <translation>&amp;Modell öffnen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Show &amp;All Labels</source>
        <translation>&amp;Alle Begriffe zeigen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About SpikeCLIP Explorer</source>
        <translation>&amp;Über SpikeCLIP Explorer</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>%1 · image kept · labels %2 ms</source>
        <translation>%1 · Bild gemerkt · Begriffe %2 ms</translation>
    </message>
    <message>
        <source>%1 · image %2 ms · labels %3 ms</source>
        <translation>%1 · Bild %2 ms · Begriffe %3 ms</translation>
    </message>
    <message>
        <source>&amp;Speed on This Computer</source>
        <translation>&amp;Tempo auf diesem Rechner</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Show how rate and time belong together on this computer</source>
        <translation>Zeigen, wie Rate und Zeit auf diesem Rechner zusammenhängen</translation>
    </message>
    <message numerus="yes">
        <source>The spikes of %n of these pictures are not kept: raise the memory in the gallery, or choose fewer.</source>
        <translation>
            <numerusform>Die Spikes von %n dieser Bilder sind nicht gemerkt: Geben Sie der Galerie mehr Speicher oder wählen Sie weniger Bilder.</numerusform>
            <numerusform>Die Spikes von %n dieser Bilder sind nicht gemerkt: Geben Sie der Galerie mehr Speicher oder wählen Sie weniger Bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Spi&amp;kes</source>
        <translation>Spi&amp;kes</translation>
    </message>
    <message>
        <source>Simple &amp;Layout</source>
        <translation>&amp;Einfache Anordnung</translation>
    </message>
    <message>
        <source>&amp;Full Layout</source>
        <translation>&amp;Volle Anordnung</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Self-Check…</source>
        <translation>&amp;Selbstprüfung …</translation>
    </message>
    <message>
        <source>&lt;p&gt;The photograph, and beside it the small picture that the network really sees. Drop another one here, paste one (Ctrl+V), open a file (Ctrl+O), or drop a whole folder: then the gallery classifies them all.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das Foto und daneben das kleine Bild, das das Netz wirklich sieht. Lassen Sie hier ein anderes fallen, fügen Sie eines ein (Strg+V), öffnen Sie eine Datei (Strg+O) oder lassen Sie einen ganzen Ordner fallen: Dann ordnet die Galerie alle ein.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Type any words, parted by commas or lines; one in quotes may hold commas. The model was not trained on a fixed list. Each is put into a sentence (&lt;i&gt;Templates&lt;/i&gt;) and becomes a vector through the spiking text encoder. Words that the model&apos;s table lacks are named below; they do not count.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Geben Sie beliebige Wörter ein, getrennt durch Kommas oder Zeilen; ein Begriff in Anführungszeichen darf Kommas enthalten. Das Modell wurde nicht auf eine feste Liste trainiert. Jeder Begriff wird in einen Satz eingesetzt (&lt;i&gt;Vorlagen&lt;/i&gt;) und wird durch den gepulsten Text-Encoder zu einem Vektor. Wörter, die in der Tabelle des Modells fehlen, sind unten genannt; sie zählen nicht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A spiking network answers after every time step. One pass gives the exact answer for every number of steps, because a step looks only back: moving the slider computes nothing. A triangle marks each step from which another label leads. Left, Right, Home, End; Space plays.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein gepulstes Netz antwortet nach jedem Zeitschritt. Ein Durchlauf gibt die genaue Antwort für jede Zahl von Schritten, weil ein Schritt nur zurückblickt: Den Regler zu bewegen berechnet nichts. Ein Dreieck bezeichnet jeden Schritt, ab dem ein anderer Begriff führt. Links, Rechts, Pos1, Ende; die Leertaste spielt ab.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;An &lt;b&gt;estimate&lt;/b&gt;: the operations of this picture, counted exactly, times published picojoules for one technology. Hover over the bars to read every rule by which they were counted. A computer like this one does not get cheaper by it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine &lt;b&gt;Schätzung&lt;/b&gt;: die genau gezählten Rechenschritte dieses Bildes mal veröffentlichte Pikojoule für eine Technologie. Halten Sie den Mauszeiger über die Balken, um jede Regel zu lesen, nach der sie gezählt wurden. Ein Rechner wie dieser wird dadurch nicht sparsamer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Why energy figures differ</source>
        <translation>Warum sich Energieangaben unterscheiden</translation>
    </message>
    <message>
        <source>&amp;Energy Layout</source>
        <translation>Ener&amp;gie-Anordnung</translation>
    </message>
    <message>
        <source>&amp;Why Energy Figures Differ</source>
        <translation>&amp;Warum sich Energieangaben unterscheiden</translation>
    </message>
    <message>
        <source>T&amp;rain Layout</source>
        <translation>T&amp;rainings-Anordnung</translation>
    </message>
    <message>
        <source>&amp;Teach It Your Own Classes</source>
        <translation>&amp;Eigene Klassen beibringen</translation>
    </message>
    <message>
        <source>Teach it your own classes</source>
        <translation>Eigene Klassen beibringen</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::SelfCheckDialog</name>
    <message>
        <source>Cancelled: nothing was judged.</source>
        <translation>Abgebrochen: Es wurde nichts beurteilt.</translation>
    </message>
    <message numerus="yes">
        <source>Passed: all %n judged quantities are within what is allowed. This program computes what the reference computes.</source>
        <translation>
            <numerusform>Bestanden: Die %n beurteilte Größe liegt innerhalb des Erlaubten. Dieses Programm berechnet, was die Referenz berechnet.</numerusform>
            <numerusform>Bestanden: Alle %n beurteilten Größen liegen innerhalb des Erlaubten. Dieses Programm berechnet, was die Referenz berechnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>FAILED: %n of %1 judged quantities are outside of what is allowed. Do not trust results of this build, and please report it.</source>
        <translation>
            <numerusform>NICHT BESTANDEN: %n von %1 beurteilten Größen liegt außerhalb des Erlaubten. Trauen Sie den Ergebnissen dieser Programmfassung nicht, und melden Sie es bitte.</numerusform>
            <numerusform>NICHT BESTANDEN: %n von %1 beurteilten Größen liegen außerhalb des Erlaubten. Trauen Sie den Ergebnissen dieser Programmfassung nicht, und melden Sie es bitte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the self-check</source>
        <translation>Die Selbstprüfung speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Es wird geprüft …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Neu prüfen</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::SelfCheckTable</name>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>OUTSIDE</source>
        <translation>AUSSERHALB</translation>
    </message>
    <message>
        <source>Computed by</source>
        <translation>Berechnet von</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Largest deviation</source>
        <translation>Größte Abweichung</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::SetupLink</name>
    <message>
        <source>looking through the pictures: %1 %</source>
        <translation>Bilder werden durchgesehen: %1 %</translation>
    </message>
    <message>
        <source>The model has no ANN twin to learn from.</source>
        <translation>Das Modell hat keinen ANN-Zwilling, von dem sich lernen ließe.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between labels</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%1 und %n weiteren</numerusform>
            <numerusform>%1 und %n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>The model knows no word of %1: rename the folder to what a person would type, and choose it again.</source>
        <translation>Das Modell kennt kein Wort von %1: Benennen Sie den Ordner so, wie man es eintippen würde, und wählen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The model does not know every word of %1: words it does not know do not count.</source>
        <translation>Das Modell kennt nicht jedes Wort von %1: Unbekannte Wörter zählen nicht.</translation>
    </message>
    <message>
        <source>No model is open to begin from.</source>
        <translation>Es ist kein Modell geöffnet, von dem das Lernen ausgehen könnte.</translation>
    </message>
    <message>
        <source>The model has no text encoder, so it cannot know what labels mean.</source>
        <translation>Das Modell hat keinen Text-Encoder; es kann also nicht wissen, was Begriffe bedeuten.</translation>
    </message>
    <message>
        <source>The model has no ANN twin to learn from: choose the labels as teacher.</source>
        <translation>Das Modell hat keinen ANN-Zwilling, von dem sich lernen ließe: Wählen Sie die Begriffe als Lehrer.</translation>
    </message>
</context>
<context>
    <name>spikeclip::explorer::TrainDesk</name>
    <message>
        <source>The training of “%1” was interrupted. It can go on from where it stood.</source>
        <translation>Das Training von „%1“ wurde unterbrochen. Es kann dort weitergehen, wo es stand.</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) were interrupted. They can go on from where they stood.</source>
        <translation>
            <numerusform>%n Training wurde unterbrochen. Es kann dort weitergehen, wo es stand.</numerusform>
            <numerusform>%n Trainings wurden unterbrochen. Sie können dort weitergehen, wo sie standen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>“%1” has been trained.</source>
        <translation>„%1“ ist fertig trainiert.</translation>
    </message>
    <message>
        <source>Show the Result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Training “%1”: %2 %</source>
        <translation>Training „%1“: %2 %</translation>
    </message>
    <message>
        <source>Training “%1”: %2 %, %3 left</source>
        <translation>Training „%1“: %2 %, noch %3</translation>
    </message>
    <message>
        <source>Show the training</source>
        <translation>Das Training zeigen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>&lt;p&gt;How close the picture&apos;s vector is to that of each label: the &lt;b&gt;cosine&lt;/b&gt;, from −1 to 1. The &lt;b&gt;softmax&lt;/b&gt; of scale times cosine adds up to 100 % over the labels that stand here; it is no probability of being right. The answer is always one of the labels, even if none fits.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Wie nah der Vektor des Bildes dem jedes Begriffs ist: der &lt;b&gt;Kosinus&lt;/b&gt;, von −1 bis 1. Der &lt;b&gt;Softmax&lt;/b&gt; von Faktor mal Kosinus ergibt über die hier stehenden Begriffe zusammen 100 %; er sagt nicht, wie wahrscheinlich die Antwort stimmt. Die Antwort ist immer einer der Begriffe, auch wenn keiner passt.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::AnswerTable</name>
    <message>
        <source>As it was typed</source>
        <translation>Wie eingegeben</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Of the picture&apos;s vector and the label&apos;s, from −1 to 1</source>
        <translation>Des Vektors des Bildes mit dem des Begriffs, von −1 bis 1</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Share among these labels at the scale that is set; no probability of being right</source>
        <translation>Anteil unter diesen Begriffen beim eingestellten Faktor; keine Wahrscheinlichkeit, richtig zu liegen</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Words of the label that the model does not know</source>
        <translation>Wörter des Begriffs, die das Modell nicht kennt</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>Unbekannte Wörter</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::BarList</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: cosine %2, softmax %3</source>
        <translation>%1: Kosinus %2, Softmax %3</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>No scores yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message>
        <source>Not known to the model, so without effect: %1</source>
        <translation>Dem Modell unbekannt, daher ohne Wirkung: %1</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::BreakEvenChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>T = 1</source>
        <translation>T = 1</translation>
    </message>
    <message>
        <source>Mean rate of this picture: %1.</source>
        <translation>Mittlere Rate dieses Bildes: %1.</translation>
    </message>
    <message>
        <source>At T = %1 the compute-only line lies above 1 (at %2): with these constants the SNN cannot lose.</source>
        <translation>Bei T = %1 liegt die Linie für nur Rechnen über 1 (bei %2): Mit diesen Konstanten kann das SNN nicht verlieren.</translation>
    </message>
    <message>
        <source>At T = %1, compute only, the SNN wins below %2: here it does.</source>
        <translation>Bei T = %1, nur Rechnen, gewinnt das SNN unter %2: hier gewinnt es.</translation>
    </message>
    <message>
        <source>At T = %1, compute only, the SNN wins below %2: here it does not.</source>
        <translation>Bei T = %1, nur Rechnen, gewinnt das SNN unter %2: hier gewinnt es nicht.</translation>
    </message>
    <message>
        <source>This model has no ANN twin: there are no lines with memory traffic.</source>
        <translation>Dieses Modell hat keinen ANN-Zwilling: Es gibt keine Linien mit Speicherverkehr.</translation>
    </message>
    <message>
        <source>Without spikes there are no lines with memory traffic.</source>
        <translation>Ohne Spikes gibt es keine Linien mit Speicherverkehr.</translation>
    </message>
    <message>
        <source>With memory traffic it loses at any rate.</source>
        <translation>Mit Speicherverkehr verliert es bei jeder Rate.</translation>
    </message>
    <message>
        <source>With memory traffic, too, it wins at any rate.</source>
        <translation>Auch mit Speicherverkehr gewinnt es bei jeder Rate.</translation>
    </message>
    <message>
        <source>With memory traffic it wins below %1: here it does.</source>
        <translation>Mit Speicherverkehr gewinnt es unter %1: hier gewinnt es.</translation>
    </message>
    <message>
        <source>With memory traffic it wins below %1: here it does not.</source>
        <translation>Mit Speicherverkehr gewinnt es unter %1: hier gewinnt es nicht.</translation>
    </message>
    <message>
        <source>Against an equally fine quantised twin it loses at any rate.</source>
        <translation>Gegen einen ebenso fein quantisierten Zwilling verliert es bei jeder Rate.</translation>
    </message>
    <message>
        <source>Against an equally fine quantised twin, too, it wins at any rate.</source>
        <translation>Auch gegen einen ebenso fein quantisierten Zwilling gewinnt es bei jeder Rate.</translation>
    </message>
    <message>
        <source>Against an equally fine quantised twin it wins below %1: here it does.</source>
        <translation>Gegen einen ebenso fein quantisierten Zwilling gewinnt es unter %1: hier gewinnt es.</translation>
    </message>
    <message>
        <source>Against an equally fine quantised twin it wins below %1: here it does not.</source>
        <translation>Gegen einen ebenso fein quantisierten Zwilling gewinnt es unter %1: hier gewinnt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n layer(s) lie above the line with memory.</source>
        <translation>
            <numerusform>Über der Linie mit Speicher: %1 von %n Schicht.</numerusform>
            <numerusform>Über der Linie mit Speicher: %1 von %n Schichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>time steps T</source>
        <translation>Zeitschritte T</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>firing rate</source>
        <translation>Feuerrate</translation>
    </message>
    <message>
        <source>%1 (%2)
rate %3 up to T = %4</source>
        <comment>a layer&apos;s module path, its group, and its firing rate</comment>
        <translation>%1 (%2)
Rate %3 bis T = %4</translation>
    </message>
    <message>
        <source>%1
feeds %2</source>
        <translation>%1
speist %2</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) as dots.</source>
        <translation>
            <numerusform>%n Schicht als Punkt.</numerusform>
            <numerusform>%n Schichten als Punkte.</numerusform>
        </translation>
    </message>
    <message>
        <source>No break-even to show</source>
        <translation>Kein Gleichstand zu zeigen</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Gleichstand</translation>
    </message>
    <message>
        <source>compute only</source>
        <translation>nur Rechnen</translation>
    </message>
    <message>
        <source>compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>with memory traffic</source>
        <translation>mit Speicherverkehr</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>against the quantised twin</source>
        <translation>gegen den quantisierten Zwilling</translation>
    </message>
    <message>
        <source>quantised</source>
        <translation>quantisiert</translation>
    </message>
    <message>
        <source>published: arXiv 2409.08290</source>
        <translation>veröffentlicht: arXiv 2409.08290</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>mean of all neurons</source>
        <translation>Mittel aller Neuronen</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message numerus="yes">
        <source>%n silent layer(s) at the lower edge.</source>
        <translation>
            <numerusform>%n stumme Schicht am unteren Rand.</numerusform>
            <numerusform>%n stumme Schichten am unteren Rand.</numerusform>
        </translation>
    </message>
    <message>
        <source>T = %1
compute only: %2</source>
        <translation>T = %1
nur Rechnen: %2</translation>
    </message>
    <message>
        <source>%1
with memory traffic: %2
against the quantised twin: %3</source>
        <translation>%1
mit Speicherverkehr: %2
gegen den quantisierten Zwilling: %3</translation>
    </message>
    <message>
        <source>%1
published, against a quantised network: %2 to %3</source>
        <translation>%1
veröffentlicht, gegen ein quantisiertes Netz: %2 bis %3</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::BreakEvenPanel</name>
    <message>
        <source>estimated, %1</source>
        <translation>geschätzt, %1</translation>
    </message>
    <message>
        <source>Show a picture to the spiking network: here you see at which firing rates it would cost more than an ordinary one.</source>
        <translation>Zeigen Sie dem gepulsten Netz ein Bild: Hier sehen Sie, bei welchen Feuerraten es mehr kosten würde als ein gewöhnliches.</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Gleichstand</translation>
    </message>
    <message>
        <source>&lt;p&gt;Below a line the spiking network is estimated to need less energy than an ordinary one, above it more. The usual argument counts operations only: an accumulate is cheaper than a multiply-accumulate, so the SNN wins while rate × T is below the ratio of the two, 5.11 at 45 nm FP32, and because a rate cannot exceed 1, at T = 4 it &lt;b&gt;cannot lose&lt;/b&gt;, whatever it does: such a number proves nothing. The lines with memory traffic charge what that argument forgets, weights, spikes and potentials that are read and written at every step; they scale the operation counts of this picture until both networks cost the same, and the dashed one takes an ANN twin whose activations have only as many bits as T steps of spikes can tell apart. The orange region is what others published for T from 5 to 10: against such a quantised network an SNN wins only below 5.7 to 6.4 % (arXiv 2409.08290, versions 4 and 2).&lt;/p&gt;&lt;p&gt;Dots are the layers of neurons of this picture, a mark and colour for each block, a little beside one another so that all are seen; the cross is the mean of all neurons. A click or the arrow keys choose a layer. For T beyond what was run, every step is taken to cost what the steps so far cost on average.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Unter einer Linie braucht das gepulste Netz nach der Schätzung weniger Energie als ein gewöhnliches, darüber mehr. Das übliche Argument zählt nur Operationen: Addieren (AC) ist billiger als Multiplizieren und Addieren (MAC), also gewinnt das SNN, solange Rate × T unter dem Verhältnis der beiden liegt, 5,11 bei 45 nm FP32; und weil eine Rate 1 nicht übersteigen kann, &lt;b&gt;kann es bei T = 4 nicht verlieren&lt;/b&gt;, was immer es tut: Eine solche Zahl beweist nichts. Die Linien mit Speicherverkehr rechnen an, was dieses Argument vergisst: Gewichte, Spikes und Potenziale, die in jedem Schritt gelesen und geschrieben werden. Sie verändern die gezählten Operationen dieses Bildes so weit, bis beide Netze gleich viel kosten; die gestrichelte nimmt einen ANN-Zwilling, dessen Aktivierungen nur so viele Bits haben, wie T Schritte von Spikes unterscheiden können. Die orange Fläche ist, was andere für T von 5 bis 10 veröffentlicht haben: Gegen ein so quantisiertes Netz gewinnt ein SNN nur unter 5,7 bis 6,4 % (arXiv 2409.08290, Fassungen 4 und 2).&lt;/p&gt;&lt;p&gt;Punkte sind die Schichten von Neuronen dieses Bildes, mit einem Zeichen und einer Farbe je Block, ein wenig nebeneinander, damit alle zu sehen sind; das Kreuz ist das Mittel aller Neuronen. Ein Klick oder die Pfeiltasten wählen eine Schicht. Für T jenseits des Gerechneten gilt jeder Schritt als so teuer wie die bisherigen im Mittel.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Logarithmic axes</source>
        <translation>Logarithmische Achsen</translation>
    </message>
    <message>
        <source>Linear axes</source>
        <translation>Lineare Achsen</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::BreakEvenTable</name>
    <message>
        <source>break-even</source>
        <translation>gleichauf</translation>
    </message>
    <message>
        <source>published, against a quantised network (arXiv 2409.08290)</source>
        <translation>veröffentlicht, gegen ein quantisiertes Netz (arXiv 2409.08290)</translation>
    </message>
    <message>
        <source>mean of all neurons</source>
        <translation>Mittel aller Neuronen</translation>
    </message>
    <message>
        <source>A line’s rate at one T, or a layer of neurons</source>
        <translation>Rate einer Linie bei einem T, oder eine Schicht von Neuronen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation>Zeitschritte</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Rate at which both are estimated to cost the same, operations alone</source>
        <translation>Rate, bei der beide geschätzt gleich viel kosten, nur Operationen</translation>
    </message>
    <message>
        <source>Compute only</source>
        <translation>Nur Rechnen</translation>
    </message>
    <message>
        <source>Likewise with memory traffic; below 0 the SNN loses at any rate</source>
        <translation>Ebenso mit Speicherverkehr; unter 0 verliert das SNN bei jeder Rate</translation>
    </message>
    <message>
        <source>With memory</source>
        <translation>Mit Speicher</translation>
    </message>
    <message>
        <source>With memory traffic, against the twin with log₂(T + 1) bits, rounded up</source>
        <translation>Mit Speicherverkehr, gegen den Zwilling mit log₂(T + 1) Bit, aufgerundet</translation>
    </message>
    <message>
        <source>Quantised twin</source>
        <translation>Quant. Zwilling</translation>
    </message>
    <message>
        <source>Spikes per neuron and step</source>
        <translation>Spikes je Neuron und Schritt</translation>
    </message>
    <message>
        <source>Firing rate</source>
        <translation>Feuerrate</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ChannelMapPanel</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <source>spikes per neuron and step</source>
        <translation>Spikes je Neuron und Schritt</translation>
    </message>
    <message numerus="yes">
        <source>all %n channel(s), sorted by rate</source>
        <translation>
            <numerusform>%n Kanal, sortiert nach Rate</numerusform>
            <numerusform>alle %n Kanäle, sortiert nach Rate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n channel(s), sorted by index</source>
        <translation>
            <numerusform>%n Kanal, sortiert nach Index</numerusform>
            <numerusform>alle %n Kanäle, sortiert nach Index</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>channel %1, step %2: %3 of %n neuron(s) fired, %4 spikes per neuron and step</source>
        <translation>
            <numerusform>Kanal %1, Schritt %2: %3 von %n Neuron gefeuert, %4 Spikes je Neuron und Schritt</numerusform>
            <numerusform>Kanal %1, Schritt %2: %3 von %n Neuronen gefeuert, %4 Spikes je Neuron und Schritt</numerusform>
        </translation>
    </message>
    <message>
        <source>No spikes: classify a picture with the spiking network.</source>
        <translation>Keine Spikes: Ordnen Sie ein Bild mit dem gepulsten Netz ein.</translation>
    </message>
    <message>
        <source>Channels by step</source>
        <translation>Kanäle je Schritt</translation>
    </message>
    <message>
        <source>how much each channel of one layer fires</source>
        <translation>wie viel jeder Kanal einer Schicht feuert</translation>
    </message>
    <message>
        <source>Firing rate of each channel at each step</source>
        <translation>Feuerrate jedes Kanals in jedem Schritt</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Order of channels</source>
        <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>sorted by index</source>
        <translation>sortiert nach Index</translation>
    </message>
    <message>
        <source>sorted by rate</source>
        <translation>sortiert nach Rate</translation>
    </message>
    <message>
        <source>&lt;p&gt;All neurons of a channel look for the same pattern, each at another place of the picture. A row is a channel, a column a time step; the colour tells which part of the channel&apos;s neurons fired at that step.&lt;/p&gt;&lt;p&gt;Sorted by rate, the busiest channel is on top: a few bright rows above many dark ones mean that few patterns of this layer were found. Dark rows cost nothing, for silent neurons are skipped.&lt;/p&gt;&lt;p&gt;Click a cell to follow its channel and step in the other views. Arrow keys move the choice, the wheel zooms in until each value can be read, dragging pans, a double click shows all again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Alle Neuronen eines Kanals suchen nach demselben Muster, jedes an einer anderen Stelle des Bildes. Eine Zeile ist ein Kanal, eine Spalte ein Zeitschritt; die Farbe sagt, welcher Teil der Neuronen des Kanals in diesem Schritt gefeuert hat.&lt;/p&gt;&lt;p&gt;Nach Rate sortiert, steht der regste Kanal oben: Wenige helle Zeilen über vielen dunklen bedeuten, dass nur wenige Muster dieser Schicht gefunden wurden. Dunkle Zeilen kosten nichts, denn stumme Neuronen werden ausgelassen.&lt;/p&gt;&lt;p&gt;Klicken Sie auf eine Zelle, um ihrem Kanal und Schritt in den anderen Ansichten zu folgen. Die Pfeiltasten bewegen die Auswahl, das Mausrad vergrößert, bis sich jeder Wert lesen lässt, Ziehen verschiebt, ein Doppelklick zeigt wieder alles.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ClassBars</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Recall of each label</source>
        <translation>Recall jedes Begriffs</translation>
    </message>
    <message>
        <source>No judged pictures yet</source>
        <translation>Noch keine beurteilten Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s): %1 recognised more often than before, %2 less often. Lowest recall after the run: %3 of %4.</source>
        <translation>
            <numerusform>%n Begriff: %1 öfter erkannt als vorher, %2 seltener. Niedrigster Recall nach dem Lauf: %3 bei %4.</numerusform>
            <numerusform>%n Begriffe: %1 öfter erkannt als vorher, %2 seltener. Niedrigster Recall nach dem Lauf: %3 bei %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no validation picture</source>
        <comment>label</comment>
        <translation>%1: kein Validierungsbild</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n picture(s): %2 recognised before, %3 after</source>
        <translation>
            <numerusform>%1, %n Bild: vorher %2 erkannt, nachher %3</numerusform>
            <numerusform>%1, %n Bilder: vorher %2 erkannt, nachher %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n picture(s): %2 recognised</source>
        <translation>
            <numerusform>%1, %n Bild: %2 erkannt</numerusform>
            <numerusform>%1, %n Bilder: %2 erkannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Of those taken for it, %1 are.</source>
        <translation>Von den dafür gehaltenen sind es %1 wirklich.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken for %1.</source>
        <translation>
            <numerusform>%n Bild für %1 gehalten.</numerusform>
            <numerusform>%n Bilder für %1 gehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ring: before the run. Disc: after it.</source>
        <translation>Ring: vor dem Lauf. Scheibe: danach.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>share before, share after</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ClassList</name>
    <message>
        <source>Labels of the data set</source>
        <translation>Begriffe der Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s). First, %1.</source>
        <translation>
            <numerusform>%n Begriff. Als Erstes %1.</numerusform>
            <numerusform>%n Begriffe. Als Erstes %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>Keine Begriffe</translation>
    </message>
    <message>
        <source>%1: one picture only, learnt but never judged by</source>
        <translation>%1: nur ein Bild; es wird gelernt, aber nie zum Prüfen genommen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n picture(s) to learn from, %2 to judge by</source>
        <translation>
            <numerusform>%1: %n Bild zum Lernen, %2 zum Prüfen</numerusform>
            <numerusform>%1: %n Bilder zum Lernen, %2 zum Prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>learn + judge</source>
        <comment>pictures to learn from and to judge by, above their numbers</comment>
        <translation>lernen + prüfen</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <comment>pictures to learn from, pictures to judge by</comment>
        <translation>%1 + %2</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ClassTable</name>
    <message>
        <source>Label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Most confused with</source>
        <translation>Am häufigsten verwechselt mit</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Validation pictures of the label</source>
        <translation>Validierungsbilder des Begriffs</translation>
    </message>
    <message>
        <source>Recall: the share of its pictures that were recognised before the run</source>
        <translation>Recall: der Anteil seiner Bilder, die vor dem Lauf erkannt wurden</translation>
    </message>
    <message>
        <source>Recall: the share of its pictures that are recognised after the run</source>
        <translation>Recall: der Anteil seiner Bilder, die nach dem Lauf erkannt werden</translation>
    </message>
    <message>
        <source>After less before, in percentage points</source>
        <translation>Nachher minus vorher, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Of the pictures taken for this label after the run, the share that are</source>
        <translation>Von den Bildern, die nach dem Lauf für diesen Begriff gehalten werden, der Anteil, der ihn wirklich zeigt</translation>
    </message>
    <message>
        <source>What its pictures are most often taken for instead, after the run</source>
        <translation>Wofür seine Bilder nach dem Lauf am häufigsten stattdessen gehalten werden</translation>
    </message>
    <message>
        <source>How many of its pictures</source>
        <translation>Wie viele seiner Bilder</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ClassTablePanel</name>
    <message>
        <source>When a run has ended, this shows how well each label is recognised.</source>
        <translation>Ist ein Lauf zu Ende, so steht hier, wie gut jeder Begriff erkannt wird.</translation>
    </message>
    <message>
        <source>Labels before and after</source>
        <translation>Begriffe vorher und nachher</translation>
    </message>
    <message>
        <source>&lt;p&gt;For each label the share of its validation pictures that are recognised, its &lt;b&gt;recall&lt;/b&gt;: a ring for the model that the run began with, a disc for the one that it made. An orange line means that the label is recognised less often than before.&lt;/p&gt;&lt;p&gt;The table adds the &lt;b&gt;precision&lt;/b&gt;, the share of pictures taken for the label that really show it, and what the label is most often confused with. A click on a column sorts by it.&lt;/p&gt;&lt;p&gt;With few pictures a label’s share jumps: with five, each is 20 %.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Für jeden Begriff der Anteil seiner Validierungsbilder, die erkannt werden, sein &lt;b&gt;Recall&lt;/b&gt;: ein Ring für das Modell, mit dem der Lauf begann, eine Scheibe für das, das er gemacht hat. Eine orange Linie heißt, dass der Begriff seltener erkannt wird als vorher.&lt;/p&gt;&lt;p&gt;Die Tabelle ergänzt die &lt;b&gt;Präzision&lt;/b&gt;, den Anteil der für den Begriff gehaltenen Bilder, die ihn wirklich zeigen, und womit der Begriff am häufigsten verwechselt wird. Ein Klick auf eine Spalte sortiert nach ihr.&lt;/p&gt;&lt;p&gt;Bei wenigen Bildern springt der Anteil eines Begriffs: Bei fünf macht jedes 20 % aus.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>wie aufgeführt</translation>
    </message>
    <message>
        <source>lowest recall first</source>
        <translation>niedrigster Recall zuerst</translation>
    </message>
    <message>
        <source>what got worse first</source>
        <translation>Verschlechterungen zuerst</translation>
    </message>
    <message>
        <source>most pictures first</source>
        <translation>die meisten Bilder zuerst</translation>
    </message>
    <message>
        <source>Order of labels</source>
        <translation>Reihenfolge der Begriffe</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ColourBar</name>
    <message>
        <source>%1: 0 to %2</source>
        <comment>what colours mean, end of the scale</comment>
        <translation>%1: 0 bis %2</translation>
    </message>
    <message>
        <source>%1: −%2 to %2</source>
        <comment>what colours mean, end of the scale</comment>
        <translation>%1: −%2 bis %2</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ComparePanel</name>
    <message>
        <source>Nothing to compare yet: choose a picture and type some labels.</source>
        <translation>Noch nichts zu vergleichen: Wählen Sie ein Bild und geben Sie einige Begriffe ein.</translation>
    </message>
    <message>
        <source>Asking the ANN twin… The first answer takes some seconds, because LibTorch is loaded for it.</source>
        <translation>Der ANN-Zwilling wird gefragt … Die erste Antwort dauert einige Sekunden, weil dafür LibTorch geladen wird.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;All %n label(s)</source>
        <translation>
            <numerusform>%n &amp;Begriff</numerusform>
            <numerusform>Alle %n &amp;Begriffe</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;All labels</source>
        <translation>Alle &amp;Begriffe</translation>
    </message>
    <message>
        <source>Soft&amp;max at scale %1</source>
        <translation>So&amp;ftmax bei Faktor %1</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Misst …</translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation>Me&amp;ssen</translation>
    </message>
    <message>
        <source>SNN and twin</source>
        <translation>SNN und Zwilling</translation>
    </message>
    <message numerus="yes">
        <source>All labels instead of the %n label(s) with the spiking network&apos;s highest cosines</source>
        <translation>
            <numerusform>Alle Begriffe statt nur %n mit dem höchsten Kosinus des gepulsten Netzes</numerusform>
            <numerusform>Alle Begriffe statt nur der %n mit den höchsten Kosinus des gepulsten Netzes</numerusform>
        </translation>
    </message>
    <message>
        <source>Also show the softmax of both over all labels. It compares the labels with one another; it is no probability of being right.</source>
        <translation>Auch den Softmax beider über alle Begriffe zeigen. Er vergleicht die Begriffe miteinander; er sagt nicht, wie wahrscheinlich die Antwort stimmt.</translation>
    </message>
    <message>
        <source>Measure how long both networks take for this picture on this computer</source>
        <translation>Messen, wie lange beide Netze auf diesem Rechner für dieses Bild brauchen</translation>
    </message>
    <message>
        <source>&lt;p&gt;The same picture and the same labels, answered by the spiking network and by its &lt;b&gt;ANN twin&lt;/b&gt;: an ordinary network of the same widths and depth, taught the same, unless a line says that a later training left it out. What differs between their answers is what spikes and steps make of it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The bars&lt;/b&gt; are cosines between the picture&apos;s vector and a label&apos;s, around 0. Cosines of two networks have no common scale that would make the higher one the better; what counts is which label each puts first, and by how much. &lt;b&gt;The difference&lt;/b&gt; is the spiking network&apos;s cosine less its twin&apos;s: blue and + where the spiking network&apos;s is higher, orange and − where the twin&apos;s is.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Latency&lt;/b&gt; is real: both networks run on this computer by turns, one picture at a time. The spiking network needs one pass for each step, on a processor that was not built for spikes, so it may well lose. &lt;b&gt;Energy&lt;/b&gt; is an estimate from counted operations, for hardware of the named preset, not for this computer.&lt;/p&gt;&lt;p&gt;Up and Down choose a label, Left and Right a step.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dasselbe Bild und dieselben Begriffe, beantwortet vom gepulsten Netz und von seinem &lt;b&gt;ANN-Zwilling&lt;/b&gt;: einem gewöhnlichen Netz mit denselben Breiten und derselben Tiefe, das dasselbe gelernt hat, es sei denn, eine Zeile sagt, dass ein späteres Training ihn ausgelassen hat. Worin sich ihre Antworten unterscheiden, das machen Spikes und Schritte daraus.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Die Balken&lt;/b&gt; sind Kosinus zwischen dem Vektor des Bildes und dem eines Begriffs, um 0 herum. Die Kosinus zweier Netze haben keinen gemeinsamen Maßstab, nach dem das höhere das bessere wäre; es zählt, welchen Begriff jedes an die Spitze setzt und mit welchem Vorsprung. &lt;b&gt;Die Differenz&lt;/b&gt; ist der Kosinus des gepulsten Netzes minus der seines Zwillings: blau und +, wo der des gepulsten Netzes höher ist, orange und −, wo der des Zwillings höher ist.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Die Latenz&lt;/b&gt; ist echt: Beide Netze laufen abwechselnd auf diesem Rechner, ein Bild nach dem anderen. Das gepulste Netz braucht einen Durchlauf für jeden Schritt, auf einem Prozessor, der nicht für Spikes gebaut ist; es kann also gut verlieren. &lt;b&gt;Die Energie&lt;/b&gt; ist eine Schätzung aus gezählten Operationen, für Hardware nach der genannten Vorgabe, nicht für diesen Rechner.&lt;/p&gt;&lt;p&gt;Auf und Ab wählen einen Begriff, Links und Rechts einen Schritt.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::CompareTable</name>
    <message>
        <source>Best first by the spiking network</source>
        <translation>Der beste zuerst, nach dem gepulsten Netz</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Cosine of the spiking network at the step shown</source>
        <translation>Kosinus des gepulsten Netzes beim gezeigten Schritt</translation>
    </message>
    <message>
        <source>SNN cosine</source>
        <translation>Kosinus SNN</translation>
    </message>
    <message>
        <source>Cosine of the ANN twin</source>
        <translation>Kosinus des ANN-Zwillings</translation>
    </message>
    <message>
        <source>Twin cosine</source>
        <translation>Kosinus Zwilling</translation>
    </message>
    <message>
        <source>Cosine of the spiking network less that of the twin</source>
        <translation>Kosinus des gepulsten Netzes minus der des Zwillings</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Softmax of the spiking network over all labels</source>
        <translation>Softmax des gepulsten Netzes über alle Begriffe</translation>
    </message>
    <message>
        <source>SNN softmax</source>
        <translation>Softmax SNN</translation>
    </message>
    <message>
        <source>Softmax of the ANN twin over all labels</source>
        <translation>Softmax des ANN-Zwillings über alle Begriffe</translation>
    </message>
    <message>
        <source>Twin softmax</source>
        <translation>Softmax Zwilling</translation>
    </message>
    <message>
        <source>Cosine of %1</source>
        <translation>Kosinus von %1</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::CompareView</name>
    <message>
        <source>The spiking network beside its ANN twin</source>
        <translation>Das gepulste Netz neben seinem ANN-Zwilling</translation>
    </message>
    <message>
        <source>Both say “%1”</source>
        <translation>Beide sagen „%1“</translation>
    </message>
    <message>
        <source>The spiking network says “%1”, its twin “%2”</source>
        <translation>Das gepulste Netz sagt „%1“, sein Zwilling „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s), best first by the spiking network</source>
        <translation>
            <numerusform>%n Begriff, nach dem gepulsten Netz</numerusform>
            <numerusform>%n Begriffe, der beste zuerst, nach dem gepulsten Netz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n label(s), best first by the spiking network</source>
        <translation>
            <numerusform>%1 von %n Begriff, nach dem gepulsten Netz</numerusform>
            <numerusform>%1 von %n Begriffen, der beste zuerst, nach dem gepulsten Netz</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: spiking network %2 (softmax %3), ANN twin %4 (softmax %5), difference %6</source>
        <translation>%1: gepulstes Netz %2 (Softmax %3), ANN-Zwilling %4 (Softmax %5), Differenz %6</translation>
    </message>
    <message>
        <source>%1; %2 %3</source>
        <comment>what two networks say; another model, its cosine</comment>
        <translation>%1; %2 %3</translation>
    </message>
    <message>
        <source>Cosines at T = %1: %2.</source>
        <translation>Kosinus bei T = %1: %2.</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>The difference is the spiking network&apos;s cosine less its twin&apos;s.</source>
        <translation>Die Differenz ist der Kosinus des gepulsten Netzes minus der seines Zwillings.</translation>
    </message>
    <message>
        <source>Softmax at scale %1 compares the labels with one another; it is no probability of being right.</source>
        <translation>Der Softmax bei Faktor %1 vergleicht die Begriffe miteinander; er sagt nicht, wie wahrscheinlich die Antwort stimmt.</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>SNN “%1”, twin “%2”</source>
        <translation>SNN „%1“, Zwilling „%2“</translation>
    </message>
    <message>
        <source>SNN, T = %1</source>
        <translation>SNN, T = %1</translation>
    </message>
    <message>
        <source>spiking network, T = %1</source>
        <translation>gepulstes Netz, T = %1</translation>
    </message>
    <message>
        <source>twin</source>
        <translation>Zwilling</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>labels shown</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The last training of this model taught the spiking network and left the ANN twin as it was. What differs between their answers is what one has learnt and the other has not, as well as spikes and steps.</source>
        <translation>Das letzte Training dieses Modells hat das gepulste Netz gelehrt und den ANN-Zwilling gelassen, wie er war. Worin sich ihre Antworten unterscheiden, liegt auch daran, was das eine gelernt hat und der andere nicht, nicht allein an Spikes und Schritten.</translation>
    </message>
    <message>
        <source>No fair match: the last training left the twin out.</source>
        <translation>Kein fairer Vergleich: Das letzte Training hat den Zwilling ausgelassen.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ConfusionList</name>
    <message>
        <source>Largest confusions</source>
        <translation>Größte Verwechslungen</translation>
    </message>
    <message>
        <source>Nothing was taken for anything else.</source>
        <translation>Nichts wurde für etwas anderes gehalten.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>label, what it is taken for</comment>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of %1 taken for %2: %3 of its pictures</source>
        <translation>
            <numerusform>%n Bild von %1 für %2 gehalten: %3 der Bilder von %1</numerusform>
            <numerusform>%n Bilder von %1 für %2 gehalten: %3 der Bilder von %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ConfusionPanel</name>
    <message>
        <source>%1 recognised: %2 before, %3 after</source>
        <translation>%1 erkannt: Bilder vorher: %2, nachher: %3</translation>
    </message>
    <message>
        <source>%1 taken for %4: %2 before, %3 after</source>
        <translation>%1 für %4 gehalten: Bilder vorher: %2, nachher: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 recognised: %2 of %n picture(s), %3</source>
        <translation>
            <numerusform>%1 erkannt: %2 von %n Bild, %3</numerusform>
            <numerusform>%1 erkannt: %2 von %n Bildern, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 taken for %4: %2 of %n picture(s), %3</source>
        <translation>
            <numerusform>%1 für %4 gehalten: %2 von %n Bild, %3</numerusform>
            <numerusform>%1 für %4 gehalten: %2 von %n Bildern, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>gehalten für</translation>
    </message>
    <message>
        <source>change, as a share of the label’s pictures</source>
        <translation>Änderung, als Anteil an den Bildern des Begriffs</translation>
    </message>
    <message>
        <source>share of the label’s pictures</source>
        <translation>Anteil an den Bildern des Begriffs</translation>
    </message>
    <message>
        <source>after less before, in pictures; framed: recognised</source>
        <translation>nachher minus vorher, in Bildern; gerahmt: erkannt</translation>
    </message>
    <message>
        <source>before the run, in pictures; framed: recognised</source>
        <translation>vor dem Lauf, in Bildern; gerahmt: erkannt</translation>
    </message>
    <message>
        <source>after the run, in pictures; framed: recognised</source>
        <translation>nach dem Lauf, in Bildern; gerahmt: erkannt</translation>
    </message>
    <message>
        <source>Largest confusions before the run</source>
        <translation>Größte Verwechslungen vor dem Lauf</translation>
    </message>
    <message>
        <source>Largest confusions after the run</source>
        <translation>Größte Verwechslungen nach dem Lauf</translation>
    </message>
    <message>
        <source>softmax %1</source>
        <translation>Softmax %1</translation>
    </message>
    <message>
        <source>No picture was set aside to judge this run by.</source>
        <translation>Kein Bild wurde beiseitegelegt, um diesen Lauf daran zu prüfen.</translation>
    </message>
    <message>
        <source>When a run has ended, this shows which labels it takes for one another.</source>
        <translation>Ist ein Lauf zu Ende, so steht hier, welche Begriffe er miteinander verwechselt.</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each row is a label, each column what its validation pictures were taken for. The number in a cell counts pictures, its colour tells which share of the label’s pictures they are. Framed cells, from corner to corner, are pictures that were recognised; everything beside them is a mistake.&lt;/p&gt;&lt;p&gt;Before and after judge the same pictures with the model that the run began with and with the one that it made. &lt;b&gt;Change&lt;/b&gt; shows the difference: blue cells have gained pictures, orange ones have lost some. Blue on the frames and orange beside them is what one hopes for.&lt;/p&gt;&lt;p&gt;Click a cell to see its pictures, double-click a picture to open it. The list has the largest mistakes. With many labels the wheel zooms, dragging pans, a double click shows all again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jede Zeile ist ein Begriff, jede Spalte das, wofür seine Validierungsbilder gehalten wurden. Die Zahl in einem Feld zählt Bilder, seine Farbe sagt, welcher Anteil an den Bildern des Begriffs es ist. Gerahmte Felder, von Ecke zu Ecke, sind Bilder, die erkannt wurden; alles daneben ist ein Fehler.&lt;/p&gt;&lt;p&gt;Vorher und nachher beurteilen dieselben Bilder mit dem Modell, mit dem der Lauf begann, und mit dem, das er gemacht hat. &lt;b&gt;Änderung&lt;/b&gt; zeigt den Unterschied: Blaue Felder haben Bilder gewonnen, orange haben welche verloren. Blau in den Rahmen und Orange daneben ist das, was man sich erhofft.&lt;/p&gt;&lt;p&gt;Ein Klick auf ein Feld zeigt seine Bilder, ein Doppelklick auf ein Bild öffnet es. In der Liste stehen die größten Fehler. Bei vielen Begriffen vergrößert das Mausrad, Ziehen verschiebt, ein Doppelklick zeigt wieder alles.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>before the run</source>
        <translation>vor dem Lauf</translation>
    </message>
    <message>
        <source>after the run</source>
        <translation>nach dem Lauf</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Which judgement is shown</source>
        <translation>Welche Beurteilung gezeigt wird</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Back to the largest confusions</source>
        <translation>Zurück zu den größten Verwechslungen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ConfusionTable</name>
    <message>
        <source>Label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Share after</source>
        <translation>Anteil nachher</translation>
    </message>
    <message>
        <source>What the pictures show</source>
        <translation>Was die Bilder zeigen</translation>
    </message>
    <message>
        <source>The label that led</source>
        <translation>Der Begriff, der vorn lag</translation>
    </message>
    <message>
        <source>Pictures, judged by the model that the run began with</source>
        <translation>Bilder, beurteilt vom Modell, mit dem der Lauf begann</translation>
    </message>
    <message>
        <source>Pictures, judged by the model that the run made</source>
        <translation>Bilder, beurteilt vom Modell, das der Lauf gemacht hat</translation>
    </message>
    <message>
        <source>Of all pictures of the label, after the run</source>
        <translation>An allen Bildern des Begriffs, nach dem Lauf</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::CurvesChart</name>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>epochs of the run</source>
        <translation>Epochen des Laufs</translation>
    </message>
    <message>
        <source>batches of the run</source>
        <translation>Batches des Laufs</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>Trainingskurven</translation>
    </message>
    <message>
        <source>%1 %2 (smoothed %3)</source>
        <comment>cross-entropy 1.23 (smoothed 1.3)</comment>
        <translation>%1 %2 (geglättet %3)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and value: cross-entropy 1.23</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>run, place, values</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <comment>place, values</comment>
        <translation>Bei %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n further run(s) are not drawn: no more can be told apart.</source>
        <translation>
            <numerusform>%n weiterer Lauf ist nicht gezeichnet: Mehr ließen sich nicht unterscheiden.</numerusform>
            <numerusform>%n weitere Läufe sind nicht gezeichnet: Mehr ließen sich nicht unterscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No values of this kind yet</source>
        <translation>Noch keine Werte dieser Art</translation>
    </message>
    <message>
        <source>%1, %2: from %3 to %4, lowest %5, highest %6.</source>
        <comment>run, series, first, newest, lowest, highest</comment>
        <translation>%1, %2: zuerst %3, zuletzt %4, kleinster Wert %5, größter %6.</translation>
    </message>
    <message>
        <source>%1 over the epochs of the run.</source>
        <comment>loss, accuracy</comment>
        <translation>%1 über die Epochen des Laufs.</translation>
    </message>
    <message>
        <source>%1 over the batches of the run.</source>
        <comment>loss, accuracy</comment>
        <translation>%1 über die Batches des Laufs.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::CurvesTable</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Batches of the whole run, its stages one behind another</source>
        <translation>Batches des ganzen Laufs, seine Stufen hintereinander</translation>
    </message>
    <message>
        <source>Epochs of the whole run, its stages one behind another</source>
        <translation>Epochen des ganzen Laufs, seine Stufen hintereinander</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::DataPreview</name>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is one label only: with two or more there is something to tell apart.</source>
        <translation>Es gibt nur einen Begriff: Erst ab zweien gibt es etwas zu unterscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) have one picture only: it is learnt, but never judged by.</source>
        <translation>
            <numerusform>%n Begriff hat nur ein Bild: Es wird gelernt, aber nie zum Prüfen genommen.</numerusform>
            <numerusform>%n Begriffe haben nur ein Bild: Es wird gelernt, aber nie zum Prüfen genommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The smallest label has %n picture(s): few to learn from.</source>
        <translation>
            <numerusform>Der kleinste Begriff hat %n Bild: wenig, um daraus zu lernen.</numerusform>
            <numerusform>Der kleinste Begriff hat %n Bilder: wenig, um daraus zu lernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels are uneven, from %1 to %2 pictures: large ones will be favoured.</source>
        <translation>Die Begriffe sind ungleich, von %1 bis %2 Bilder: Große werden bevorzugt.</translation>
    </message>
    <message>
        <source>No picture is set aside, so nothing will tell how good the result is.</source>
        <translation>Kein Bild wird beiseitegelegt; nichts wird also sagen, wie gut das Ergebnis ist.</translation>
    </message>
    <message>
        <source>Drop a folder here that has one folder of pictures for each label,
or click to choose one.

CIFAR files and tar archives (WebDataset) will do, too.</source>
        <translation>Lassen Sie hier einen Ordner fallen, der für jeden Begriff
einen Ordner mit Bildern hat, oder klicken Sie hier.

Auch CIFAR-Dateien und tar-Archive (WebDataset) gehen.</translation>
    </message>
    <message>
        <source>Looking through the pictures…</source>
        <translation>Bilder werden durchgesehen …</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be used and are left out</source>
        <translation>
            <numerusform>%n Datei ist nicht brauchbar und wird ausgelassen</numerusform>
            <numerusform>%n Dateien sind nicht brauchbar und werden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Which files, and why</source>
        <translation>Welche Dateien, und warum</translation>
    </message>
    <message>
        <source>Files that cannot be used</source>
        <translation>Nicht brauchbare Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n Begriff</numerusform>
            <numerusform>%n Begriffe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to learn from</source>
        <translation>
            <numerusform>%n Bild zum Lernen</numerusform>
            <numerusform>%n Bilder zum Lernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n to judge by</source>
        <comment>labels, pictures to learn from</comment>
        <translation>
            <numerusform>%1, %2, %n zum Prüfen</numerusform>
            <numerusform>%1, %2, %n zum Prüfen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::DifferenceView</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 of %2 neurons: those that differ, sorted by index.</source>
        <translation>%1 von %2 Neuronen: die sich unterscheidenden, sortiert nach Index.</translation>
    </message>
    <message>
        <source>In sight: rows %1 to %2 of 0 to %3.</source>
        <translation>Zu sehen: Zeilen %1 bis %2 von 0 bis %3.</translation>
    </message>
    <message>
        <source>Neuron %1 in row %2</source>
        <translation>Neuron %1 in Zeile %2</translation>
    </message>
    <message>
        <source>No neuron differs</source>
        <translation>Kein Neuron unterscheidet sich</translation>
    </message>
    <message>
        <source>Spikes: %1 stay, %2 appear, %3 vanish.</source>
        <translation>Spikes: %1 bleiben, %2 erscheinen, %3 verschwinden.</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>No neuron differs: both labels make the same spikes in this layer.</source>
        <translation>Kein Neuron unterscheidet sich: Beide Begriffe erzeugen in dieser Schicht dieselben Spikes.</translation>
    </message>
    <message>
        <source>Spikes that differ between two labels</source>
        <translation>Spikes, in denen sich zwei Begriffe unterscheiden</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::EnergyLine</name>
    <message>
        <source>%1 %2</source>
        <comment>number and unit of energy</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 % less than the ANN twin</source>
        <translation>%1 % weniger als der ANN-Zwilling</translation>
    </message>
    <message>
        <source>%1 % more than the ANN twin</source>
        <translation>%1 % mehr als der ANN-Zwilling</translation>
    </message>
    <message>
        <source>No energy estimate yet</source>
        <translation>Noch keine Energieschätzung</translation>
    </message>
    <message>
        <source>Estimated energy of the ANN twin: %1</source>
        <translation>Geschätzte Energie des ANN-Zwillings: %1</translation>
    </message>
    <message>
        <source>Estimated energy up to T = %1: %2</source>
        <translation>Geschätzte Energie bis T = %1: %2</translation>
    </message>
    <message>
        <source>%1; ANN twin: %2; %3</source>
        <translation>%1; ANN-Zwilling: %2; %3</translation>
    </message>
    <message>
        <source>Estimated energy</source>
        <translation>Geschätzte Energie</translation>
    </message>
    <message>
        <source>Estimated, not measured, for one picture. %1.</source>
        <translation>Geschätzt, nicht gemessen, für ein Bild. %1.</translation>
    </message>
    <message>
        <source>SNN, T = %1</source>
        <translation>SNN, T = %1</translation>
    </message>
    <message>
        <source>SNN</source>
        <translation>SNN</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gerechnet</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>this model has none</source>
        <translation>hat dieses Modell nicht</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::EnergyPanel</name>
    <message>
        <source>estimated, %1</source>
        <translation>geschätzt, %1</translation>
    </message>
    <message>
        <source>Nothing has been counted yet: open a picture, and see here what its answer costs.</source>
        <translation>Noch wurde nichts gezählt: Öffnen Sie ein Bild und sehen Sie hier, was seine Antwort kostet.</translation>
    </message>
    <message>
        <source>The operations of this answer were not counted completely, so that there is nothing to estimate.</source>
        <translation>Die Operationen dieser Antwort wurden nicht vollständig gezählt; daher gibt es nichts zu schätzen.</translation>
    </message>
    <message>
        <source>Energy ledger</source>
        <translation>Energierechnung</translation>
    </message>
    <message>
        <source>&lt;p&gt;An &lt;b&gt;estimate&lt;/b&gt;: the operations of this picture are counted exactly; only their picojoules are taken from the literature. Hover over any number, or choose a row with the arrow keys, to see how it is made.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Three numbers, not one.&lt;/b&gt; &lt;i&gt;Compute only&lt;/i&gt; is what most papers report: with a multiply-accumulate of 4.6 pJ and an accumulate of 0.9 pJ an SNN of 4 steps cannot lose on layers that spikes feed. &lt;i&gt;With memory&lt;/i&gt; also charges every bit that is read and written, which costs more than the arithmetic. &lt;i&gt;ANN of b bits&lt;/i&gt; compares with a twin whose values have no more bits than T steps of spikes can tell apart. Where the SNN loses, it says so.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Why papers differ: try it.&lt;/b&gt; Open &lt;i&gt;Rules&lt;/i&gt; and switch the preset to 77 fJ/SOP: the same spikes suddenly cost a twelfth, and the ANN nearly three times as much. Charge the first convolution once instead of at each step: its row shrinks to a T-th. Switch neuron updates on: a cost that most papers leave out. Read weights once a step and not for each operation: the last verdict may turn, because the ANN then reads its weights once a picture, and the SNN T times. One published network (Spikformer-8-768) was given 1.7 mJ by its authors and 32 mJ by others, from constants and rules alone. So compare figures only under the same preset and rules; files carry both.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine &lt;b&gt;Schätzung&lt;/b&gt;: Die Operationen dieses Bildes sind genau gezählt; nur ihre Pikojoule stammen aus der Literatur. Halten Sie den Mauszeiger über eine Zahl oder wählen Sie mit den Pfeiltasten eine Zeile, um zu sehen, wie sie zustande kommt.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Drei Zahlen, nicht eine.&lt;/b&gt; &lt;i&gt;Nur Rechnen&lt;/i&gt; ist, was die meisten Arbeiten angeben: Mit 4,6 pJ für ein MAC und 0,9 pJ für ein AC kann ein SNN mit 4 Schritten in Schichten, die von Spikes gespeist werden, nicht verlieren. &lt;i&gt;Mit Speicher&lt;/i&gt; rechnet auch jedes Bit an, das gelesen und geschrieben wird; das kostet mehr als das Rechnen. &lt;i&gt;ANN mit b Bit&lt;/i&gt; vergleicht mit einem Zwilling, dessen Werte nicht mehr Bits haben, als T Schritte von Spikes unterscheiden können. Wo das SNN verliert, steht es da.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Warum sich Arbeiten unterscheiden: Probieren Sie es aus.&lt;/b&gt; Öffnen Sie &lt;i&gt;Regeln&lt;/i&gt; und wechseln Sie zur Vorgabe 77 fJ/SOP: Dieselben Spikes kosten plötzlich ein Zwölftel, und das ANN fast dreimal so viel. Rechnen Sie die erste Faltung einmal an statt in jedem Schritt: Ihre Zeile schrumpft auf ein T-tel. Rechnen Sie die Aktualisierung der Neuronen an: Kosten, die die meisten Arbeiten weglassen. Holen Sie Gewichte einmal je Schritt statt für jede Operation: Das letzte Urteil kann sich umkehren, denn das ANN holt seine Gewichte dann einmal je Bild, das SNN T-mal. Ein veröffentlichtes Netz (Spikformer-8-768) bekam von seinen Autoren 1,7 mJ und von anderen 32 mJ, allein durch Konstanten und Regeln. Vergleichen Sie Angaben also nur bei gleicher Vorgabe und gleichen Regeln; gespeicherte Dateien enthalten beides.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>R&amp;ules</source>
        <translation>&amp;Regeln</translation>
    </message>
    <message>
        <source>Every choice on which papers differ, as a switch</source>
        <translation>Jede Wahl, in der sich Arbeiten unterscheiden, als Schalter</translation>
    </message>
    <message>
        <source>Whose ledger is listed</source>
        <translation>Wessen Rechnung aufgelistet ist</translation>
    </message>
    <message>
        <source>Network that is listed</source>
        <translation>Aufgelistetes Netz</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::EnergyRulesForm</name>
    <message>
        <source>&amp;Preset</source>
        <translation>Vor&amp;gabe</translation>
    </message>
    <message>
        <source>Own constants</source>
        <translation>Eigene Konstanten</translation>
    </message>
    <message>
        <source>Picojoules</source>
        <translation>Pikojoule</translation>
    </message>
    <message>
        <source>MAC </source>
        <comment>before a number of picojoules</comment>
        <translation>MAC </translation>
    </message>
    <message>
        <source>AC </source>
        <comment>before a number of picojoules</comment>
        <translation>AC </translation>
    </message>
    <message>
        <source>Picojoules for a multiply-accumulate</source>
        <translation>Pikojoule für ein MAC (Multiplizieren und Addieren)</translation>
    </message>
    <message>
        <source>Picojoules for an accumulate</source>
        <translation>Pikojoule für ein AC (Addieren)</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>&amp;Präzision</translation>
    </message>
    <message>
        <source> bits</source>
        <comment>after a number</comment>
        <translation> Bit</translation>
    </message>
    <message>
        <source>&amp;First convolution</source>
        <translation>Erste &amp;Faltung</translation>
    </message>
    <message>
        <source>At each step</source>
        <translation>In jedem Schritt</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source>&amp;Weights are read</source>
        <translation>Ge&amp;wichte holen</translation>
    </message>
    <message>
        <source>For each operation</source>
        <translation>Für jede Operation</translation>
    </message>
    <message>
        <source>Once a step</source>
        <translation>Einmal je Schritt</translation>
    </message>
    <message>
        <source>&amp;Attention products</source>
        <translation>Aufmer&amp;ksamkeitsprodukte</translation>
    </message>
    <message>
        <source>&amp;Neuron updates</source>
        <translation>Aktualisierung der &amp;Neuronen</translation>
    </message>
    <message>
        <source>Normalisation fol&amp;ded</source>
        <translation>Normalis&amp;ierung eingerechnet</translation>
    </message>
    <message>
        <source>&amp;Read-out</source>
        <translation>A&amp;uslesen</translation>
    </message>
    <message>
        <source>&amp;Labels’ side</source>
        <translation>Seite der &amp;Begriffe</translation>
    </message>
    <message>
        <source>s&amp;hared by</source>
        <translation>geteilt dur&amp;ch</translation>
    </message>
    <message>
        <source> pictures</source>
        <comment>after a number</comment>
        <translation> Bilder</translation>
    </message>
    <message>
        <source>Reset to Defaul&amp;t</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>What one operation costs, without memory; choosing a preset also chooses its precision. 45 nm FP32: Horowitz, ISSCC 2014. FP16 and INT8: the presets of SpikingJelly. 77 fJ/SOP: the first Spikformer paper, which mixes technologies.</source>
        <translation>Was eine Operation kostet, ohne Speicher; mit der Vorgabe wählen Sie auch ihre Präzision. 45 nm FP32: Horowitz, ISSCC 2014. FP16 und INT8: die Vorgaben von SpikingJelly. 77 fJ/SOP: die erste Spikformer-Arbeit, die Technologien mischt.</translation>
    </message>
    <message>
        <source>Picojoules for a multiply-accumulate of real numbers and for an accumulate of a weight; choose “Own constants” to change them.</source>
        <translation>Pikojoule für ein MAC reeller Zahlen und für ein AC, das ein Gewicht addiert; wählen Sie „Eigene Konstanten“, um sie zu ändern.</translation>
    </message>
    <message>
        <source>How many bits a weight, a membrane potential and a real value have in memory; a spike has one. Fewer bits make less traffic, but the picojoules of an operation stay those of the preset.</source>
        <translation>Wie viele Bits ein Gewicht, ein Membranpotenzial und ein reeller Wert im Speicher haben; ein Spike hat eines. Weniger Bits machen weniger Verkehr, aber die Pikojoule einer Operation bleiben die der Vorgabe.</translation>
    </message>
    <message>
        <source>The first convolution sees the picture, which is the same at every step: charged T times, as counted for Spikformer, or once, because its result can be kept.</source>
        <translation>Die erste Faltung sieht das Bild, das in jedem Schritt dasselbe ist: T-mal angerechnet, wie für Spikformer gezählt wurde, oder einmal, weil sich ihr Ergebnis merken lässt.</translation>
    </message>
    <message>
        <source>Where weights, values and potentials are kept: 64 bits from 8 KiB, 32 KiB or 1 MiB on the chip cost 10, 20 or 100 pJ. Horowitz, ISSCC 2014.</source>
        <translation>Wo Gewichte, Werte und Potenziale liegen: 64 Bit aus 8 KiB, 32 KiB oder 1 MiB auf dem Chip kosten 10, 20 oder 100 pJ. Horowitz, ISSCC 2014.</translation>
    </message>
    <message>
        <source>For each operation: nothing is used again, as on event-driven hardware. Once a step: perfect reuse while a layer runs. Real hardware lies between the two.</source>
        <translation>Für jede Operation: Nichts wird wiederverwendet, wie auf ereignisgesteuerter Hardware. Einmal je Schritt: vollkommene Wiederverwendung, während eine Schicht läuft. Wirkliche Hardware liegt dazwischen.</translation>
    </message>
    <message>
        <source>Charge q kᵀ and A v: additions where spikes meet. The counter of Spikingformer charges them, many others never see them.</source>
        <translation>q kᵀ und A v anrechnen: Additionen, wo sich Spikes treffen. Der Zähler von Spikingformer rechnet sie an, viele andere sehen sie nie.</translation>
    </message>
    <message>
        <source>Charge one multiply-accumulate for each neuron and step. Spiking papers mostly leave it out; SpikingJelly’s counter does, too.</source>
        <translation>Ein MAC je Neuron und Schritt anrechnen. Arbeiten über gepulste Netze lassen es meist weg; der Zähler von SpikingJelly auch.</translation>
    </message>
    <message>
        <source>A batch normalisation can be multiplied into the weights before it and then costs nothing; otherwise it costs one multiply-accumulate a value, in both networks.</source>
        <translation>Eine Batch-Normalisierung lässt sich in die Gewichte davor einrechnen und kostet dann nichts; sonst kostet sie ein MAC je Wert, in beiden Netzen.</translation>
    </message>
    <message>
        <source>Charge the weighting of the steps and the last layer, which works on real numbers once a picture.</source>
        <translation>Die Gewichtung der Schritte und die letzte Schicht anrechnen, die einmal je Bild mit reellen Zahlen rechnet.</translation>
    </message>
    <message>
        <source>Charge the spiking text encoder for all labels, divided among so many pictures: label vectors are kept and used again.</source>
        <translation>Den gepulsten Text-Encoder für alle Begriffe anrechnen, geteilt durch so viele Bilder: Die Vektoren der Begriffe werden gemerkt und wiederverwendet.</translation>
    </message>
    <message>
        <source>The rules with which the program starts: 45 nm FP32, everything counted but neuron updates and labels.</source>
        <translation>Die Regeln, mit denen das Programm beginnt: 45 nm FP32, alles gezählt außer der Aktualisierung der Neuronen und den Begriffen.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::FeatureMapPanel</name>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>%1 of %2 channels by highest rate, sorted by %3</source>
        <translation>%1 von %2 Kanälen mit der höchsten Rate, sortiert nach %3</translation>
    </message>
    <message numerus="yes">
        <source>all %n channel(s), sorted by %1</source>
        <translation>
            <numerusform>%n Kanal, sortiert nach %1</numerusform>
            <numerusform>alle %n Kanäle, sortiert nach %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 channels, evenly spaced, sorted by %3</source>
        <translation>%1 von %2 Kanälen, gleichmäßig verteilt, sortiert nach %3</translation>
    </message>
    <message>
        <source>%1 of %2 channels, those around channel %3, sorted by %4</source>
        <translation>%1 von %2 Kanälen, die um Kanal %3, sortiert nach %4</translation>
    </message>
    <message>
        <source>channel %1 is not among them</source>
        <translation>Kanal %1 ist nicht darunter</translation>
    </message>
    <message>
        <source>channel %1, x %2, y %3, neuron %4</source>
        <translation>Kanal %1, x %2, y %3, Neuron %4</translation>
    </message>
    <message>
        <source>%1: fired at step %2</source>
        <translation>%1: in Schritt %2 gefeuert</translation>
    </message>
    <message>
        <source>%1: silent at step %2</source>
        <translation>%1: in Schritt %2 stumm</translation>
    </message>
    <message numerus="yes">
        <source>%1: fired in %2 of %n step(s)</source>
        <translation>
            <numerusform>%1: in %2 von %n Schritt gefeuert</numerusform>
            <numerusform>%1: in %2 von %n Schritten gefeuert</numerusform>
        </translation>
    </message>
    <message>
        <source>spikes at step %1</source>
        <translation>Spikes in Schritt %1</translation>
    </message>
    <message>
        <source>spikes per step, steps 1 to %1</source>
        <translation>Spikes je Schritt, Schritte 1 bis %1</translation>
    </message>
    <message>
        <source>No spikes: classify a picture with the spiking network.</source>
        <translation>Keine Spikes: Ordnen Sie ein Bild mit dem gepulsten Netz ein.</translation>
    </message>
    <message>
        <source>steps 1 to %1</source>
        <translation>Schritte 1 bis %1</translation>
    </message>
    <message>
        <source>step %1 alone</source>
        <translation>nur Schritt %1</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Merkmalskarten</translation>
    </message>
    <message>
        <source>where the channels of one layer fire</source>
        <translation>wo die Kanäle einer Schicht feuern</translation>
    </message>
    <message>
        <source>highest rate</source>
        <translation>höchste Rate</translation>
    </message>
    <message>
        <source>evenly spaced</source>
        <translation>gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>alle Kanäle</translation>
    </message>
    <message>
        <source>around chosen</source>
        <translation>um den gewählten</translation>
    </message>
    <message>
        <source>sorted by index</source>
        <translation>sortiert nach Index</translation>
    </message>
    <message>
        <source>sorted by rate</source>
        <translation>sortiert nach Rate</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Which channels are shown</source>
        <translation>Welche Kanäle gezeigt werden</translation>
    </message>
    <message>
        <source>At most so many channels</source>
        <translation>Höchstens so viele Kanäle</translation>
    </message>
    <message>
        <source>Order of channels</source>
        <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>Which steps are counted</source>
        <translation>Welche Schritte gezählt werden</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each small picture is a channel: all its neurons look for the same pattern, each at its own place, and the colour tells how often each of them fired. The number above is the channel&apos;s. Places are those of the picture, coarser from layer to layer, so one can see which part of the picture a channel responds to.&lt;/p&gt;&lt;p&gt;With steps 1 to T the colour is a rate: 0.5 means fired in half of the steps. One step alone shows the spikes themselves.&lt;/p&gt;&lt;p&gt;Click a cell to choose its neuron, with Ctrl to add it or take it away. Arrow keys move the choice, the wheel zooms in until each value can be read, dragging pans, a double click shows all again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jedes kleine Bild ist ein Kanal: Alle seine Neuronen suchen nach demselben Muster, jedes an seiner eigenen Stelle, und die Farbe sagt, wie oft jedes von ihnen gefeuert hat. Die Zahl darüber ist die des Kanals. Die Stellen sind die des Bildes, von Schicht zu Schicht gröber; so ist zu sehen, auf welchen Teil des Bildes ein Kanal anspricht.&lt;/p&gt;&lt;p&gt;Bei den Schritten 1 bis T ist die Farbe eine Rate: 0,5 heißt, in der Hälfte der Schritte gefeuert. Ein einzelner Schritt zeigt die Spikes selbst.&lt;/p&gt;&lt;p&gt;Klicken Sie auf eine Zelle, um ihr Neuron zu wählen, mit Strg, um es hinzuzufügen oder wegzunehmen. Die Pfeiltasten bewegen die Auswahl, das Mausrad vergrößert, bis sich jeder Wert lesen lässt, Ziehen verschiebt, ein Doppelklick zeigt wieder alles.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::FeatureTable</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>y</source>
        <comment>place on a map, from the top</comment>
        <translation>y</translation>
    </message>
    <message>
        <source>x</source>
        <comment>place on a map, from the left</comment>
        <translation>x</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::GalleryGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::GalleryPanel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>all pictures</source>
        <translation>alle Bilder</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>in the order added</source>
        <translation>in der Reihenfolge des Hinzufügens</translation>
    </message>
    <message>
        <source>sorted by winner, then by cosine</source>
        <translation>sortiert nach Sieger, dann nach Kosinus</translation>
    </message>
    <message>
        <source>sorted by cosine, highest first</source>
        <translation>sortiert nach Kosinus, der höchste zuerst</translation>
    </message>
    <message numerus="yes">
        <source>All %n picture(s), %1</source>
        <translation>
            <numerusform>%n Bild, %1</numerusform>
            <numerusform>Alle %n Bilder, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>those that say “%1”</source>
        <translation>die mit der Antwort „%1“</translation>
    </message>
    <message>
        <source>those that failed</source>
        <translation>die mit Fehler</translation>
    </message>
    <message>
        <source>those that wait</source>
        <translation>die wartenden</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n picture(s), %2, %3</source>
        <translation>
            <numerusform>%1 von %n Bild, %2, %3</numerusform>
            <numerusform>%1 von %n Bildern, %2, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n further picture(s) were left out: a gallery holds %1.</source>
        <translation>
            <numerusform>Mindestens %n weiteres Bild wurde ausgelassen: Eine Galerie fasst %1.</numerusform>
            <numerusform>Mindestens %n weitere Bilder wurden ausgelassen: Eine Galerie fasst %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further picture(s) were left out: a gallery holds %1.</source>
        <translation>
            <numerusform>%n weiteres Bild wurde ausgelassen: Eine Galerie fasst %1.</numerusform>
            <numerusform>%n weitere Bilder wurden ausgelassen: Eine Galerie fasst %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) could not be read.</source>
        <translation>
            <numerusform>%n Ordner ließ sich nicht lesen.</numerusform>
            <numerusform>%n Ordner ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were here already.</source>
        <translation>
            <numerusform>%n Bild war schon da.</numerusform>
            <numerusform>%n Bilder waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spikes of %1 of %n picture(s), and of %2 not in the gallery, kept: %3 of %4 MB</source>
        <translation>
            <numerusform>Spikes von %1 von %n Bild und von %2 außerhalb der Galerie gemerkt: %3 von %4 MB</numerusform>
            <numerusform>Spikes von %1 von %n Bildern und von %2 außerhalb der Galerie gemerkt: %3 von %4 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spikes of %1 of %n picture(s) kept: %2 of %3 MB</source>
        <translation>
            <numerusform>Spikes von %1 von %n Bild gemerkt: %2 von %3 MB</numerusform>
            <numerusform>Spikes von %1 von %n Bildern gemerkt: %2 von %3 MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 classified, %n failed</source>
        <translation>
            <numerusform>%1 von %2 eingeordnet, %n mit Fehler</numerusform>
            <numerusform>%1 von %2 eingeordnet, %n mit Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 classified</source>
        <translation>%1 von %2 eingeordnet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Stop classifying: what is done stays</source>
        <translation>Das Einordnen anhalten: Fertiges bleibt</translation>
    </message>
    <message>
        <source>Classify what waits or failed</source>
        <translation>Einordnen, was wartet oder einen Fehler hatte</translation>
    </message>
    <message numerus="yes">
        <source>Stack %n as &amp;trials</source>
        <translation>
            <numerusform>%n als &amp;Versuche stapeln</numerusform>
            <numerusform>%n als &amp;Versuche stapeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Stack as &amp;trials</source>
        <translation>Als &amp;Versuche stapeln</translation>
    </message>
    <message>
        <source>many pictures, the same labels</source>
        <translation>viele Bilder, dieselben Begriffe</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>Bilder werden gesucht …</translation>
    </message>
    <message>
        <source>Drop photographs, or a folder of them, onto the window: each is classified with your labels, one after another.</source>
        <translation>Lassen Sie Fotos oder einen Ordner voller Fotos auf das Fenster fallen: Jedes wird mit Ihren Begriffen eingeordnet, eines nach dem anderen.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Forget all pictures and their spikes; no file is touched</source>
        <translation>Alle Bilder und ihre Spikes vergessen; keine Datei wird angerührt</translation>
    </message>
    <message>
        <source>Show the spikes of the selected pictures as trials of one raster: select two or more</source>
        <translation>Die Spikes der ausgewählten Bilder als Versuche eines einzigen Rasters zeigen: zwei oder mehr auswählen</translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation>Gezeigte Bilder</translation>
    </message>
    <message>
        <source>Which pictures are shown</source>
        <translation>Welche Bilder gezeigt werden</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>In welcher Reihenfolge</translation>
    </message>
    <message>
        <source>as added</source>
        <translation>wie hinzugefügt</translation>
    </message>
    <message>
        <source>by winner</source>
        <translation>nach Sieger</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>nach Wert</translation>
    </message>
    <message>
        <source>Pictures classified</source>
        <translation>Eingeordnete Bilder</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Memory for spikes, at most</source>
        <translation>Speicher für Spikes, höchstens</translation>
    </message>
    <message>
        <source>How much memory the spikes of all pictures may take: 1 MB is a million bytes</source>
        <translation>Wie viel Speicher die Spikes aller Bilder belegen dürfen: 1 MB ist eine Million Bytes</translation>
    </message>
    <message>
        <source>&lt;p&gt;Every picture is classified with the labels and the network of the moment, after all steps. Other labels classify all of them again; what you click on goes first.&lt;/p&gt;&lt;p&gt;Below each picture stand its winner and the cosine of that, from −1 to 1. A short spike train marks pictures whose spikes are kept in memory: they can be stacked as trials. When the memory is full, those not looked at for longest go.&lt;/p&gt;&lt;p&gt;Double-click or Return shows a picture; Ctrl and Shift select several.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jedes Bild wird mit den Begriffen und dem Netz des Augenblicks eingeordnet, nach allen Schritten. Mit anderen Begriffen werden alle noch einmal eingeordnet; was Sie anklicken, kommt zuerst.&lt;/p&gt;&lt;p&gt;Unter jedem Bild stehen sein Sieger und dessen Kosinus, von −1 bis 1. Eine kurze Folge von Spikes kennzeichnet Bilder, deren Spikes im Speicher gemerkt sind: Sie lassen sich als Versuche stapeln. Ist der Speicher voll, gehen die am längsten nicht angesehenen.&lt;/p&gt;&lt;p&gt;Ein Doppelklick oder die Eingabetaste zeigt ein Bild; Strg und Umschalt wählen mehrere.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::GalleryTable</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Waiting to be classified</source>
        <translation>Wartet auf das Einordnen</translation>
    </message>
    <message>
        <source>Its spikes are kept</source>
        <translation>Seine Spikes sind gemerkt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Spikes kept</source>
        <translation>Spikes gemerkt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1: cosine %2, softmax %3 at scale %4</source>
        <translation>%1: Kosinus %2, Softmax %3 beim Faktor %4</translation>
    </message>
    <message>
        <source>Softmax (scale %1)</source>
        <translation>Softmax (Faktor %1)</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::HealthBars</name>
    <message>
        <source>Layers now</source>
        <translation>Schichten jetzt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number of a block, layer in it: 1 attn q</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No layers yet</source>
        <translation>Noch keine Schichten</translation>
    </message>
    <message>
        <source>%1: rate %2, dead %3, saturated %4</source>
        <translation>%1: Rate %2, tot %3, gesättigt %4</translation>
    </message>
    <message>
        <source>Nearly silent</source>
        <translation>Fast stumm</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>Gesättigt</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::HealthTable</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>Gesättigt</translation>
    </message>
    <message>
        <source>Spikes per neuron and step</source>
        <translation>Spikes je Neuron und Schritt</translation>
    </message>
    <message>
        <source>Share of neurons that fired for none of the pictures</source>
        <translation>Anteil der Neuronen, die bei keinem der Bilder gefeuert haben</translation>
    </message>
    <message>
        <source>Share of neurons that fired in more than half of all steps</source>
        <translation>Anteil der Neuronen, die in mehr als der Hälfte aller Schritte gefeuert haben</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::HeatMap</name>
    <message>
        <source>%1; each pixel shows the mean of its cells</source>
        <comment>meaning of the colours</comment>
        <translation>%1; jeder Bildpunkt zeigt das Mittel seiner Zellen</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>%1. Highest, %2: %3.</source>
        <translation>%1. Höchster Wert, %2: %3.</translation>
    </message>
    <message>
        <source>Chosen: %1.</source>
        <translation>Gewählt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) share this place. The highest:
%1</source>
        <translation>
            <numerusform>%n Zelle liegt an dieser Stelle. Die höchste:
%1</numerusform>
            <numerusform>%n Zellen teilen sich diese Stelle. Die höchste:
%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::HistogramTable</name>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::JobCard</name>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>%1 done</source>
        <comment>share of a run</comment>
        <translation>zu %1 fertig</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>measuring how long it takes…</source>
        <translation>Dauer wird gemessen …</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>duration</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>validation %1</source>
        <comment>share of pictures recognised</comment>
        <translation>Validierung %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a run, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show %1 in the curves</source>
        <translation>%1 in den Kurven zeigen</translation>
    </message>
    <message>
        <source>Show this run in the training curves</source>
        <translation>Diesen Lauf in den Trainingskurven zeigen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop after this batch; it can go on later</source>
        <translation>Nach diesem Batch anhalten; es kann später weitergehen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>Dort weitermachen, wo er angehalten hat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End this run; its last state is kept</source>
        <translation>Diesen Lauf beenden; sein letzter Stand bleibt erhalten</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the files of this run</source>
        <translation>Die Dateien dieses Laufs zeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move this run with all its files to the trash</source>
        <translation>Diesen Lauf mit allen seinen Dateien in den Papierkorb legen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::JobList</name>
    <message>
        <source>Training runs</source>
        <translation>Trainingsläufe</translation>
    </message>
    <message>
        <source>&lt;p&gt;Every run, the one that is learning and those before it. A run may be paused and go on later, even after the program was closed: &lt;i&gt;interrupted&lt;/i&gt; runs go on from their last saved state.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Cancel&lt;/b&gt; ends a run for good, its last state is kept. &lt;b&gt;Remove&lt;/b&gt; moves a run with all its files to the trash.&lt;/p&gt;&lt;p&gt;Tick a run to see it in the training curves, several to compare them. Click one to see its result.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Alle Läufe, der gerade lernt und die vor ihm. Ein Lauf lässt sich anhalten und später fortsetzen, auch nachdem das Programm geschlossen war: &lt;i&gt;Unterbrochene&lt;/i&gt; Läufe gehen von ihrem letzten gespeicherten Stand aus weiter.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Abbrechen&lt;/b&gt; beendet einen Lauf endgültig, sein letzter Stand bleibt erhalten. &lt;b&gt;Entfernen&lt;/b&gt; legt einen Lauf mit allen seinen Dateien in den Papierkorb.&lt;/p&gt;&lt;p&gt;Setzen Sie ein Häkchen, um einen Lauf in den Trainingskurven zu sehen, mehrere, um sie zu vergleichen. Ein Klick auf einen Lauf zeigt sein Ergebnis.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>No runs yet. Choose a folder of pictures and press Start.</source>
        <translation>Noch keine Läufe. Wählen Sie einen Ordner mit Bildern und drücken Sie Start.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::KindCards</name>
    <message>
        <source>Head only (recommended)</source>
        <translation>Nur die Ausleseschicht (empfohlen)</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>Das ganze Netz</translation>
    </message>
    <message>
        <source>Alignment with a teacher</source>
        <translation>Angleichung an einen Lehrer</translation>
    </message>
    <message>
        <source>Two losses</source>
        <translation>Zwei Verluste</translation>
    </message>
    <message>
        <source>Seconds. The network keeps looking at pictures as it does; only its last step learns your labels. Best with few pictures.</source>
        <translation>Sekunden. Das Netz sieht Bilder an wie bisher; nur seine letzte Schicht lernt Ihre Begriffe. Am besten bei wenigen Bildern.</translation>
    </message>
    <message>
        <source>Minutes to hours. All weights learn from the labels. Needs hundreds of pictures a label, else it forgets what it knew.</source>
        <translation>Minuten bis Stunden. Alle Gewichte lernen aus den Begriffen. Braucht Hunderte Bilder je Begriff, sonst vergisst es, was es konnte.</translation>
    </message>
    <message>
        <source>Minutes to hours. All weights learn to give the vectors of a teacher. Keeps the network open for labels it has never seen.</source>
        <translation>Minuten bis Stunden. Alle Gewichte lernen, die Vektoren eines Lehrers zu liefern. Hält das Netz offen für Begriffe, die es nie gesehen hat.</translation>
    </message>
    <message>
        <source>The slowest. All weights learn the labels and, at once, to answer like the ANN twin.</source>
        <translation>Am langsamsten. Alle Gewichte lernen die Begriffe und zugleich, wie der ANN-Zwilling zu antworten.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what it does, why it is not possible now</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Teacher:</source>
        <translation>Leh&amp;rer:</translation>
    </message>
    <message>
        <source>the ANN twin, picture by picture</source>
        <translation>der ANN-Zwilling, Bild für Bild</translation>
    </message>
    <message>
        <source>the labels’ words</source>
        <translation>die Wörter der Begriffe</translation>
    </message>
    <message>
        <source>Whose vectors the network learns to give</source>
        <translation>Wessen Vektoren das Netz zu liefern lernt</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LabelEditor</name>
    <message>
        <source>Type labels, separated by commas or line ends.</source>
        <translation>Begriffe eingeben, getrennt durch Kommas oder Zeilenenden.</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n Begriff</numerusform>
            <numerusform>%n Begriffe</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”: %2 of %3 tokens, cut off</source>
        <translation>„%1“: %2 von %3 Wörtern, abgeschnitten</translation>
    </message>
    <message>
        <source>“%1”: %2 / %3 tokens</source>
        <translation>„%1“: %2 / %3 Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) merged</source>
        <translation>
            <numerusform>%n Doppel vereint</numerusform>
            <numerusform>%n Doppel vereint</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>Prompt templates</source>
        <translation>Satzvorlagen</translation>
    </message>
    <message>
        <source>Each label is put into: %1</source>
        <translation>Jeder Begriff wird eingesetzt in: %1</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Vorlagen …</translation>
    </message>
    <message>
        <source>Templates (%1)…</source>
        <translation>Vorlagen (%1) …</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>cat, dog, a red bus …</source>
        <translation>cat, dog, a red bus …</translation>
    </message>
    <message>
        <source>From samples</source>
        <translation>Der Beispiele</translation>
    </message>
    <message>
        <source>Put the labels of the sample photographs back</source>
        <translation>Die Begriffe der Beispielfotos wieder einsetzen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LayerMapPanel</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <source>spikes per neuron and step</source>
        <translation>Spikes je Neuron und Schritt</translation>
    </message>
    <message numerus="yes">
        <source>all %n layer(s), from input to output</source>
        <translation>
            <numerusform>%n Schicht, vom Eingang zum Ausgang</numerusform>
            <numerusform>alle %n Schichten, vom Eingang zum Ausgang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n layer(s), those with counted spikes, from input to output</source>
        <translation>
            <numerusform>%1 von %n Schicht, die mit gezählten Spikes, vom Eingang zum Ausgang</numerusform>
            <numerusform>%1 von %n Schichten, die mit gezählten Spikes, vom Eingang zum Ausgang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, step %2: %3 of %n neuron(s) fired, %4 spikes per neuron and step</source>
        <translation>
            <numerusform>%1, Schritt %2: %3 von %n Neuron gefeuert, %4 Spikes je Neuron und Schritt</numerusform>
            <numerusform>%1, Schritt %2: %3 von %n Neuronen gefeuert, %4 Spikes je Neuron und Schritt</numerusform>
        </translation>
    </message>
    <message>
        <source>No spikes: classify a picture with the spiking network.</source>
        <translation>Keine Spikes: Ordnen Sie ein Bild mit dem gepulsten Netz ein.</translation>
    </message>
    <message>
        <source>Layers by step</source>
        <translation>Schichten je Schritt</translation>
    </message>
    <message>
        <source>how much each layer fires at each time step</source>
        <translation>wie viel jede Schicht in jedem Zeitschritt feuert</translation>
    </message>
    <message>
        <source>Firing rate of each layer at each step</source>
        <translation>Feuerrate jeder Schicht in jedem Schritt</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each row is a layer of neurons, from the picture at the top to the answer at the bottom; each column is a time step. The number and the colour of a cell tell which part of the layer&apos;s neurons fired at that step: 0.1 means that one in ten did.&lt;/p&gt;&lt;p&gt;Bright rows are busy layers, which cost operations; a column that differs from the others is a step at which the network responds differently, often the first.&lt;/p&gt;&lt;p&gt;Click a cell to follow its layer and step in the other views. Arrow keys move the choice, the wheel zooms, dragging pans, a double click shows all again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jede Zeile ist eine Schicht von Neuronen, vom Bild ganz oben bis zur Antwort ganz unten; jede Spalte ist ein Zeitschritt. Zahl und Farbe einer Zelle sagen, welcher Teil der Neuronen der Schicht in diesem Schritt gefeuert hat: 0,1 heißt, eines von zehn.&lt;/p&gt;&lt;p&gt;Helle Zeilen sind rege Schichten, die Rechenschritte kosten; eine Spalte, die sich von den anderen unterscheidet, ist ein Schritt, in dem das Netz anders antwortet, oft der erste.&lt;/p&gt;&lt;p&gt;Klicken Sie auf eine Zelle, um ihrer Schicht und ihrem Schritt in den anderen Ansichten zu folgen. Die Pfeiltasten bewegen die Auswahl, das Mausrad vergrößert, Ziehen verschiebt, ein Doppelklick zeigt wieder alles.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LayerRateTable</name>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Layer of neurons, by its module path</source>
        <translation>Schicht von Neuronen, mit ihrem Modulpfad</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Neurons of the layer</source>
        <translation>Neuronen der Schicht</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Spikes per neuron and step, up to the step shown</source>
        <translation>Spikes je Neuron und Schritt, bis zum gezeigten Schritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>The same as a mean over the pictures of this session</source>
        <translation>Dasselbe als Mittel über die Bilder dieser Sitzung</translation>
    </message>
    <message>
        <source>Session mean</source>
        <translation>Sitzungsmittel</translation>
    </message>
    <message>
        <source>The largest rate up to any step of this picture</source>
        <translation>Die größte Rate bis zu irgendeinem Schritt dieses Bildes</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Milliseconds that the synapses fed by these neurons took in this pass</source>
        <translation>Millisekunden, die die von diesen Neuronen gespeisten Synapsen in diesem Durchlauf brauchten</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LeavingBar</name>
    <message>
        <source>leave after</source>
        <translation>Ausstieg nach</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>T = %1: %2</source>
        <comment>share of pictures that leave after T steps</comment>
        <translation>T = %1: %2</translation>
    </message>
    <message>
        <source>Pictures that leave after %1</source>
        <translation>Bilder mit Ausstieg nach %1</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LedgerTable</name>
    <message>
        <source>Estimated energy</source>
        <translation>Geschätzte Energie</translation>
    </message>
    <message>
        <source>Estimated memory energy</source>
        <translation>Geschätzte Energie des Speichers</translation>
    </message>
    <message>
        <source>Input rate</source>
        <translation>Eingangsrate</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::LedgerView</name>
    <message>
        <source>Energy ledger</source>
        <translation>Energierechnung</translation>
    </message>
    <message>
        <source>Neurons were not recorded: their updates and traffic are left out.</source>
        <translation>Neuronen wurden nicht aufgezeichnet: Ihre Aktualisierung und ihr Verkehr sind ausgelassen.</translation>
    </message>
    <message>
        <source>The labels’ spikes are being counted…</source>
        <translation>Die Spikes der Begriffe werden gezählt …</translation>
    </message>
    <message>
        <source>Label vectors are cached: not charged.</source>
        <translation>Die Vektoren der Begriffe sind gemerkt: nicht angerechnet.</translation>
    </message>
    <message>
        <source>This model has no ANN twin.</source>
        <translation>Dieses Modell hat keinen ANN-Zwilling.</translation>
    </message>
    <message>
        <source>Nothing has been counted yet.</source>
        <translation>Noch wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>no ANN twin</source>
        <translation>kein ANN-Zwilling</translation>
    </message>
    <message>
        <source>SNN</source>
        <translation>SNN</translation>
    </message>
    <message>
        <source>ANN</source>
        <translation>ANN</translation>
    </message>
    <message>
        <source>normalisation</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>Total: %1 MAC, %2 AC</source>
        <translation>Summe: %1 MAC, %2 AC</translation>
    </message>
    <message>
        <source>Total: %1 MAC</source>
        <translation>Summe: %1 MAC</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::Panel</name>
    <message>
        <source>What is this? (F1)</source>
        <translation>Was ist das? (F1)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PanelDock</name>
    <message>
        <source>Into a window of its own, or back</source>
        <translation>In ein eigenes Fenster, oder zurück</translation>
    </message>
    <message>
        <source>Close; View › Panels brings it back</source>
        <translation>Schließen; Ansicht › Bereiche holt es zurück</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PictureView</name>
    <message>
        <source>No picture. Drop a photograph here, paste one, or open a file.</source>
        <translation>Kein Bild. Lassen Sie hier ein Foto fallen, fügen Sie eines ein oder öffnen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1, %2 by %3 pixels.</source>
        <translation>%1, %2 mal %3 Pixel.</translation>
    </message>
    <message>
        <source>The network sees %1 by %2 pixels of it.</source>
        <translation>Das Netz sieht davon %1 mal %2 Pixel.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop a photograph here,
paste one (Ctrl+V)
or open a file (Ctrl+O)</source>
        <translation>Hier ein Foto fallen lassen,
eines einfügen (Strg+V)
oder eine Datei öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>appears with the first answer</source>
        <translation>erscheint mit der ersten Antwort</translation>
    </message>
    <message>
        <source>%1 × %2 pixels, enlarged</source>
        <translation>%1 × %2 Pixel, vergrößert</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PotentialChart</name>
    <message numerus="yes">
        <source>%1 of %n neuron(s), the first chosen</source>
        <translation>
            <numerusform>%1 von %n Neuron, die zuerst gewählten</numerusform>
            <numerusform>%1 von %n Neuronen, die zuerst gewählten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n neuron(s)</source>
        <translation>
            <numerusform>%n Neuron</numerusform>
            <numerusform>%n Neuronen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; threshold %2, τ %3 steps; layer %4</source>
        <comment>which neurons, and what they are</comment>
        <translation>%1; Schwelle %2, τ %3 Schritte; Schicht %4</translation>
    </message>
    <message>
        <source>Step %1, neuron %2: %3</source>
        <translation>Schritt %1, Neuron %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>neuron and what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No membrane potentials to show</source>
        <translation>Keine Membranpotenziale zu zeigen</translation>
    </message>
    <message>
        <source>No spike of %1.</source>
        <translation>Kein Spike von %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n spike(s) of %1, at step %2.</source>
        <translation>
            <numerusform>%n Spike von %1, in Schritt %2.</numerusform>
            <numerusform>%n Spikes von %1, in den Schritten %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, step %2
%3</source>
        <translation>%1, Schritt %2
%3</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>membrane potential</source>
        <translation>Membranpotenzial</translation>
    </message>
    <message>
        <source>potential</source>
        <translation>Potenzial</translation>
    </message>
    <message>
        <source>time step (0: at rest)</source>
        <translation>Zeitschritt (0: in Ruhe)</translation>
    </message>
    <message>
        <source>Membrane potential</source>
        <translation>Membranpotenzial</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PotentialLegend</name>
    <message>
        <source>spike</source>
        <translation>Spike</translation>
    </message>
    <message>
        <source>input current X</source>
        <translation>Eingangsstrom X</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PotentialPanel</name>
    <message>
        <source>Choose neurons in the raster or in the feature maps: here you see what happens inside of them.</source>
        <translation>Wählen Sie Neuronen im Raster oder in den Merkmalskarten: Hier sehen Sie, was in ihnen geschieht.</translation>
    </message>
    <message>
        <source>Computing the membrane potential of the chosen neurons…</source>
        <translation>Das Membranpotenzial der gewählten Neuronen wird berechnet …</translation>
    </message>
    <message>
        <source>Membrane potential</source>
        <translation>Membranpotenzial</translation>
    </message>
    <message>
        <source>&lt;p&gt;What happens inside a neuron. It begins at rest, at 0. At each step its synapses give it a current X, and its potential V goes a part of the way towards X:&lt;/p&gt;&lt;p&gt;&lt;b&gt;H = V + (X − V) / τ&lt;/b&gt;&lt;/p&gt;&lt;p&gt;If the charged potential H reaches the threshold (H ≥ threshold), the neuron &lt;b&gt;fires&lt;/b&gt;: one spike, drawn as a filled mark with a stroke above it. Then it is reset to 0, which is the vertical drop. Otherwise it keeps H for the next step (an open mark).&lt;/p&gt;&lt;p&gt;τ says how slowly the neuron follows: with τ = 2 it goes half of the way. Potentials exist at whole steps only; the lines between only lead the eye. Lines of several neurons are drawn a little beside one another, so that none hides another.&lt;/p&gt;&lt;p&gt;A click or Left and Right choose a step, a click on a line or Up and Down a neuron; the wheel zooms, Escape shows all again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Was in einem Neuron geschieht. Es beginnt in Ruhe, bei 0. In jedem Schritt geben ihm seine Synapsen einen Strom X, und sein Potenzial V geht einen Teil des Weges auf X zu:&lt;/p&gt;&lt;p&gt;&lt;b&gt;H = V + (X − V) / τ&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Erreicht das geladene Potenzial H die Schwelle (H ≥ Schwelle), so &lt;b&gt;feuert&lt;/b&gt; das Neuron: ein Spike, gezeichnet als gefüllte Marke mit einem Strich darüber. Danach wird es auf 0 zurückgesetzt; das ist der senkrechte Abfall. Andernfalls behält es H für den nächsten Schritt (eine offene Marke).&lt;/p&gt;&lt;p&gt;τ sagt, wie träge das Neuron folgt: Mit τ = 2 geht es den halben Weg. Potenziale gibt es nur zu ganzen Schritten; die Linien dazwischen führen nur das Auge. Die Linien mehrerer Neuronen sind ein wenig nebeneinander gezeichnet, damit keine eine andere verdeckt.&lt;/p&gt;&lt;p&gt;Ein Klick oder Links und Rechts wählen einen Schritt, ein Klick auf eine Linie oder Auf und Ab ein Neuron; das Mausrad vergrößert, Esc zeigt wieder alles.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Input c&amp;urrent</source>
        <translation>&amp;Eingangsstrom</translation>
    </message>
    <message>
        <source>Also draw X, what the synapses gave the neuron at each step</source>
        <translation>Auch X zeichnen: was die Synapsen dem Neuron in jedem Schritt gaben</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::PotentialTable</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Position times channels plus channel</source>
        <translation>Position mal Kanäle plus Kanal</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>Channel, from 0</source>
        <translation>Kanal, ab 0</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Column of its position, from 0 at the left</source>
        <translation>Spalte seiner Position, ab 0 von links</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Row of its position, from 0 at the top</source>
        <translation>Zeile seiner Position, ab 0 von oben</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>Time step, from 1</source>
        <translation>Zeitschritt, ab 1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>X: what its synapses gave it</source>
        <translation>X: was ihm seine Synapsen gaben</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>H: potential after charging, before any reset</source>
        <translation>H: Potenzial nach dem Laden, vor einem etwaigen Reset</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>V: potential after the reset</source>
        <translation>V: Potenzial nach dem Reset</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Whether H reached the threshold</source>
        <translation>Ob H die Schwelle erreicht hat</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Gefeuert</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RasterTable</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RateChart</name>
    <message>
        <source>No firing rates yet</source>
        <translation>Noch keine Feuerraten</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s). Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</source>
        <translation>
            <numerusform>%n Schicht. Im Mittel %1 Spikes je Neuron und Schritt; am wenigsten %2 in %3, am meisten %4 in %5.</numerusform>
            <numerusform>%n Schichten. Im Mittel %1 Spikes je Neuron und Schritt; am wenigsten %2 in %3, am meisten %4 in %5.</numerusform>
        </translation>
    </message>
    <message>
        <source>Firing rate per layer</source>
        <translation>Feuerrate je Schicht</translation>
    </message>
    <message>
        <source>%1
%2 neurons, %3 spikes per neuron and step</source>
        <translation>%1
%2 Neuronen, %3 Spikes je Neuron und Schritt</translation>
    </message>
    <message>
        <source>All synapses took %1 in this pass on this computer, those behind the picture %2 and those behind %3, the slowest, %4. Event-driven layers of synapses: %5; dense: %6.</source>
        <translation>Alle Synapsen brauchten %1 in diesem Durchlauf auf diesem Rechner, die hinter dem Bild %2 und die hinter %3, die langsamsten, %4. Ereignisgesteuerte Synapsenschichten: %5; dichte: %6.</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>Time of the synapses these neurons feed, in this pass of all steps on this computer; fewer spikes, less time.</source>
        <translation>Zeit der Synapsen, die diese Neuronen speisen, in diesem Durchlauf aller Schritte auf diesem Rechner; weniger Spikes, weniger Zeit.</translation>
    </message>
    <message>
        <source>The picture&apos;s numbers are no spikes; this layer runs once for all steps.</source>
        <translation>Die Zahlen des Bildes sind keine Spikes; diese Schicht läuft einmal für alle Schritte.</translation>
    </message>
    <message>
        <source>The synapses these neurons feed are timed together with another layer&apos;s.</source>
        <translation>Die Synapsen, die diese Neuronen speisen, sind bei einer anderen Schicht mitgemessen.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>layer of synapses, its time, its path</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>layer of synapses, its time</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Compared with the mean of the %n picture(s) of this session, %1 differs most: %2, on average %3.</source>
        <translation>
            <numerusform>Verglichen mit dem Mittel von %n Bild dieser Sitzung weicht %1 am meisten ab: %2, im Mittel %3.</numerusform>
            <numerusform>Verglichen mit dem Mittel der %n Bilder dieser Sitzung weicht %1 am meisten ab: %2, im Mittel %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n picture(s)</source>
        <translation>
            <numerusform>Mittel von %n Bild</numerusform>
            <numerusform>Mittel von %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message numerus="yes">
        <source>The tick across a bar is the mean rate, in as many steps, of the %n picture(s) of this session; each picture counts once.</source>
        <translation>
            <numerusform>Der Querstrich auf einem Balken ist die mittlere Rate, in ebenso vielen Schritten, von %n Bild dieser Sitzung; jedes Bild zählt einmal.</numerusform>
            <numerusform>Der Querstrich auf einem Balken ist die mittlere Rate, in ebenso vielen Schritten, der %n Bilder dieser Sitzung; jedes Bild zählt einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of the %n picture(s) of this session: %1</source>
        <translation>
            <numerusform>Mittel von %n Bild dieser Sitzung: %1</numerusform>
            <numerusform>Mittel der %n Bilder dieser Sitzung: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RateHistogram</name>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0,1 %</translation>
    </message>
    <message>
        <source>&gt; 99.9 %</source>
        <translation>&gt; 99,9 %</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>gesättigt</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <comment>a number of neurons, of so many, as a share</comment>
        <translation>%1 von %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%n spike(s) in steps 1 to %1: %2 neurons</source>
        <translation>
            <numerusform>%n Spike in den Schritten 1 bis %1: %2 Neuronen</numerusform>
            <numerusform>%n Spikes in den Schritten 1 bis %1: %2 Neuronen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; these count as %2</source>
        <comment>a bar&apos;s sentence; dead or saturated</comment>
        <translation>%1; diese gelten als %2</translation>
    </message>
    <message>
        <source>dead: %1</source>
        <translation>tot: %1</translation>
    </message>
    <message>
        <source>saturated: %1</source>
        <translation>gesättigt: %1</translation>
    </message>
    <message numerus="yes">
        <source>silent for all %n picture(s) so far: %1 (%2)</source>
        <translation>
            <numerusform>stumm bei bisher %n Bild: %1 (%2)</numerusform>
            <numerusform>stumm bei allen bisher %n Bildern: %1 (%2)</numerusform>
        </translation>
    </message>
    <message>
        <source>No spikes to count</source>
        <translation>Keine Spikes zu zählen</translation>
    </message>
    <message>
        <source>Neurons of %1 by their spikes in steps 1 to %2. %3. Mean rate %4 spikes per neuron and step.</source>
        <translation>Neuronen von %1 nach ihren Spikes in den Schritten 1 bis %2. %3. Mittlere Rate %4 Spikes je Neuron und Schritt.</translation>
    </message>
    <message>
        <source>Dead: fired in none of the steps shown.
Saturated: fired in more than half of them.</source>
        <translation>Tot: in keinem der gezeigten Schritte gefeuert.
Gesättigt: in mehr als der Hälfte davon gefeuert.</translation>
    </message>
    <message>
        <source>A neuron that no picture of this session woke may be useless; one that is dead for this picture alone need not be.</source>
        <translation>Ein Neuron, das kein Bild dieser Sitzung geweckt hat, ist vielleicht nutzlos; eines, das nur bei diesem Bild tot ist, muss es nicht sein.</translation>
    </message>
    <message>
        <source>spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a number of neurons and its share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>neurons, logarithmic</source>
        <translation>Neuronen, logarithmisch</translation>
    </message>
    <message>
        <source>Neurons by their number of spikes</source>
        <translation>Neuronen nach ihrer Anzahl von Spikes</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RateHistogramPanel</name>
    <message>
        <source>in steps 1 to %1 of %2</source>
        <translation>in den Schritten 1 bis %1 von %2</translation>
    </message>
    <message>
        <source>No spikes: classify a picture with the spiking network.</source>
        <translation>Keine Spikes: Ordnen Sie ein Bild mit dem gepulsten Netz ein.</translation>
    </message>
    <message>
        <source>Spikes per neuron</source>
        <translation>Spikes je Neuron</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each bar counts the neurons of one layer that fired so many times for this picture, up to the step shown.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Dead&lt;/b&gt; are neurons that fired in none of these steps, &lt;b&gt;saturated&lt;/b&gt; those that fired in more than half of them. Dead neurons cost nothing and say nothing; saturated ones cost much and say little.&lt;/p&gt;&lt;p&gt;Most neurons are silent for one picture, and that is what makes the network cheap. Worth a look are those that stayed silent for &lt;b&gt;every picture of this session&lt;/b&gt;: perhaps the network could do without them.&lt;/p&gt;&lt;p&gt;A logarithmic axis shows few neurons beside very many, but there twice the length is not twice the number.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jeder Balken zählt die Neuronen einer Schicht, die bei diesem Bild bis zum gezeigten Schritt so oft gefeuert haben.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Tot&lt;/b&gt; sind Neuronen, die in keinem dieser Schritte gefeuert haben, &lt;b&gt;gesättigt&lt;/b&gt; solche, die in mehr als der Hälfte davon gefeuert haben. Tote Neuronen kosten nichts und sagen nichts; gesättigte kosten viel und sagen wenig.&lt;/p&gt;&lt;p&gt;Die meisten Neuronen sind bei einem Bild stumm, und eben das macht das Netz sparsam. Einen Blick wert sind die, die bei &lt;b&gt;jedem Bild dieser Sitzung&lt;/b&gt; stumm blieben: Vielleicht käme das Netz ohne sie aus.&lt;/p&gt;&lt;p&gt;Eine logarithmische Achse zeigt wenige Neuronen neben sehr vielen, doch ist dort die doppelte Länge nicht die doppelte Anzahl.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>A&amp;xis</source>
        <translation>A&amp;chse</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RatePanel</name>
    <message>
        <source>mean %1 per neuron and step</source>
        <translation>im Mittel %1 je Neuron und Schritt</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n picture(s) in this session</source>
        <translation>
            <numerusform>%1; %n Bild in dieser Sitzung</numerusform>
            <numerusform>%1; %n Bilder in dieser Sitzung</numerusform>
        </translation>
    </message>
    <message>
        <source>Firing rate</source>
        <translation>Feuerrate</translation>
    </message>
    <message>
        <source>&lt;p&gt;How busy each layer of neurons is, from the picture at the top to the answer at the bottom. A rate of 0.1 means that of ten neurons one fires at each step, on average over the steps up to the one shown.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The tick across a bar&lt;/b&gt; is the mean of all pictures of this session in as many steps, so a bar that ends beyond its tick belongs to a picture that excites this layer more than usual.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The time&lt;/b&gt; on the right, if it was measured, is what the synapses fed by that layer took on this computer. A disc marks synapses that skip silent neurons, a square those that compute every neuron.&lt;/p&gt;&lt;p&gt;A click, or Up and Down, chooses a layer for the other views.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Wie rege jede Schicht von Neuronen ist, vom Bild ganz oben bis zur Antwort ganz unten. Eine Rate von 0,1 heißt, dass von zehn Neuronen in jedem Schritt eines feuert, im Mittel über die Schritte bis zum gezeigten.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Der Querstrich auf einem Balken&lt;/b&gt; ist das Mittel aller Bilder dieser Sitzung in ebenso vielen Schritten; ein Balken, der jenseits seines Querstrichs endet, gehört also zu einem Bild, das diese Schicht stärker erregt als üblich.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Die Zeit&lt;/b&gt; rechts, wenn sie gemessen wurde, ist die, welche die von dieser Schicht gespeisten Synapsen auf diesem Rechner brauchten. Eine Scheibe kennzeichnet Synapsen, die stumme Neuronen auslassen, ein Quadrat solche, die jedes Neuron berechnen.&lt;/p&gt;&lt;p&gt;Ein Klick, oder Auf und Ab, wählt eine Schicht für die anderen Ansichten.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ResultCard</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie vorher</translation>
    </message>
    <message>
        <source>%1 % less</source>
        <translation>%1 % weniger</translation>
    </message>
    <message>
        <source>%1 % more</source>
        <translation>%1 % mehr</translation>
    </message>
    <message>
        <source>Result of the run</source>
        <translation>Ergebnis des Laufs</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>accuracy before, accuracy after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>of %n validation picture(s) recognised, before and after</source>
        <translation>
            <numerusform>von %n Validierungsbild erkannt, vorher und nachher</numerusform>
            <numerusform>von %n Validierungsbildern erkannt, vorher und nachher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n validation picture(s) recognised</source>
        <translation>
            <numerusform>von %n Validierungsbild erkannt</numerusform>
            <numerusform>von %n Validierungsbildern erkannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, after T = %2</source>
        <translation>%1, nach T = %2</translation>
    </message>
    <message>
        <source>95 % interval: %1 to %2 before, %3 to %4 after</source>
        <translation>95-%-Intervall: vorher %1 bis %2, nachher %3 bis %4</translation>
    </message>
    <message>
        <source>95 % interval: %1 to %2</source>
        <translation>95-%-Intervall: %1 bis %2</translation>
    </message>
    <message>
        <source>Firing rate %1 → %2, %3</source>
        <translation>Feuerrate %1 → %2, %3</translation>
    </message>
    <message>
        <source>Firing rate %1</source>
        <translation>Feuerrate %1</translation>
    </message>
    <message>
        <source>Estimated energy a picture %1 → %2, %3</source>
        <translation>Geschätzte Energie je Bild %1 → %2, %3</translation>
    </message>
    <message>
        <source>Estimated energy a picture %1</source>
        <translation>Geschätzte Energie je Bild %1</translation>
    </message>
    <message>
        <source>No run has ended yet</source>
        <translation>Noch kein Lauf ist zu Ende</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>T = %1</source>
        <translation>T = %1</translation>
    </message>
    <message>
        <source>After T = %1: %2 recognised</source>
        <translation>Nach T = %1: %2 erkannt</translation>
    </message>
    <message>
        <source>After T = %1: %2 recognised before the run, %3 after it</source>
        <translation>Nach T = %1: %2 vor dem Lauf erkannt, %3 danach</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ResultTable</name>
    <message>
        <source>recognised after T = %1</source>
        <translation>erkannt nach T = %1</translation>
    </message>
    <message>
        <source>firing rate</source>
        <translation>Feuerrate</translation>
    </message>
    <message>
        <source>estimated energy a picture</source>
        <translation>geschätzte Energie je Bild</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before, from</source>
        <translation>Vorher, von</translation>
    </message>
    <message>
        <source>Before, to</source>
        <translation>Vorher, bis</translation>
    </message>
    <message>
        <source>After, from</source>
        <translation>Nachher, von</translation>
    </message>
    <message>
        <source>After, to</source>
        <translation>Nachher, bis</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>After less before; shares in percentage points</source>
        <translation>Nachher minus vorher; Anteile in Prozentpunkten</translation>
    </message>
    <message>
        <source>Lower end of the 95 % confidence interval (Wilson)</source>
        <translation>Unteres Ende des 95-%-Konfidenzintervalls (Wilson)</translation>
    </message>
    <message>
        <source>Upper end of the 95 % confidence interval (Wilson)</source>
        <translation>Oberes Ende des 95-%-Konfidenzintervalls (Wilson)</translation>
    </message>
    <message>
        <source>Validation pictures that were judged</source>
        <translation>Validierungsbilder, die beurteilt wurden</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::RunResultPanel</name>
    <message>
        <source>The model of this run is in use already.</source>
        <translation>Das Modell dieses Laufs wird schon verwendet.</translation>
    </message>
    <message>
        <source>Use the model of this run from now on, for everything the window shows</source>
        <translation>Von jetzt an das Modell dieses Laufs verwenden, für alles, was das Fenster zeigt</translation>
    </message>
    <message>
        <source>The model of this run is not in use.</source>
        <translation>Das Modell dieses Laufs wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Go back to the model that was in use before</source>
        <translation>Zum Modell zurückgehen, das vorher verwendet wurde</translation>
    </message>
    <message>
        <source>Save the model of this run as a file</source>
        <translation>Das Modell dieses Laufs als Datei speichern</translation>
    </message>
    <message>
        <source>The model of this run is in use.</source>
        <translation>Das Modell dieses Laufs wird verwendet.</translation>
    </message>
    <message>
        <source>The model that the run began with was not judged, so there is nothing to compare with.</source>
        <translation>Das Modell, mit dem der Lauf begann, wurde nicht beurteilt; es gibt also nichts zu vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) that were wrong are right now</source>
        <translation>
            <numerusform>%n Bild, das falsch war, ist jetzt richtig</numerusform>
            <numerusform>%n Bilder, die falsch waren, sind jetzt richtig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n that were right are wrong now.</source>
        <translation>
            <numerusform>%1; %n, das richtig war, ist jetzt falsch.</numerusform>
            <numerusform>%1; %n, die richtig waren, sind jetzt falsch.</numerusform>
        </translation>
    </message>
    <message>
        <source>With so few pictures, so small a difference may be chance.</source>
        <translation>Bei so wenigen Bildern kann ein so kleiner Unterschied Zufall sein.</translation>
    </message>
    <message>
        <source>The model has become worse.</source>
        <translation>Das Modell ist schlechter geworden.</translation>
    </message>
    <message>
        <source>That is more than chance would do.</source>
        <translation>Das ist mehr als Zufall.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n Bild ließ sich nicht lesen und wurde ausgelassen.</numerusform>
            <numerusform>%n Bilder ließen sich nicht lesen und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, learnt in %2</source>
        <comment>name of a run, duration</comment>
        <translation>%1, gelernt in %2</translation>
    </message>
    <message>
        <source>No picture was set aside to judge this run by: choose a larger share for validation.</source>
        <translation>Kein Bild wurde beiseitegelegt, um diesen Lauf daran zu prüfen: Wählen Sie einen größeren Anteil für die Validierung.</translation>
    </message>
    <message>
        <source>When a run has ended, this shows what it has changed, and you decide whether to use its model.</source>
        <translation>Ist ein Lauf zu Ende, so steht hier, was er geändert hat, und Sie entscheiden, ob Sie sein Modell verwenden.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>&lt;p&gt;The share of validation pictures that are recognised, by the model that the run began with and by the one that it made. The run has never learnt from these pictures. The chart shows it for each number of time steps T; click one to read its numbers.&lt;/p&gt;&lt;p&gt;The thin lines are 95 % confidence intervals: with 50 pictures they are long, with 5,000 short. Because both models judge the same pictures, the sentence below counts those that changed sides; only a difference that chance would make in less than one of twenty cases is called one.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Adopt&lt;/b&gt; uses the new model from now on, in all views. &lt;b&gt;Undo&lt;/b&gt; goes back to the one before. Nothing is lost either way: &lt;b&gt;Save As&lt;/b&gt; keeps the model as a file.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Der Anteil der Validierungsbilder, die erkannt werden, vom Modell, mit dem der Lauf begann, und von dem, das er gemacht hat. Aus diesen Bildern hat der Lauf nie gelernt. Das Diagramm zeigt ihn für jede Anzahl von Zeitschritten T; ein Klick auf eine zeigt ihre Zahlen.&lt;/p&gt;&lt;p&gt;Die dünnen Linien sind 95-%-Konfidenzintervalle: bei 50 Bildern lang, bei 5.000 kurz. Weil beide Modelle dieselben Bilder beurteilen, zählt der Satz darunter die, die die Seite gewechselt haben; ein Unterschied heißt nur so, wenn der Zufall ihn in weniger als einem von zwanzig Fällen machte.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Übernehmen&lt;/b&gt; verwendet von jetzt an das neue Modell, in allen Ansichten. &lt;b&gt;Rückgängig&lt;/b&gt; kehrt zu dem davor zurück. Verloren geht in keinem Fall etwas: &lt;b&gt;Speichern unter&lt;/b&gt; legt das Modell als Datei ab.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>Überneh&amp;men</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>Spe&amp;ichern unter …</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SampleGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SampleModel</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a picture, what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SampleStrip</name>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>Sample photographs</source>
        <translation>Beispielfotos</translation>
    </message>
    <message>
        <source>Choose one to classify it</source>
        <translation>Eines wählen, um es einzuordnen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ScoreBars</name>
    <message>
        <source>No scores yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s), best first. %1. Softmax scale %2.</source>
        <translation>
            <numerusform>%n Begriff, der beste zuerst. %1. Softmax-Faktor %2.</numerusform>
            <numerusform>%n Begriffe, der beste zuerst. %1. Softmax-Faktor %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer comes as soon as the model is loaded.</source>
        <translation>Die Antwort kommt, sobald das Modell geladen ist.</translation>
    </message>
    <message>
        <source>Choose a picture and type some labels.</source>
        <translation>Wählen Sie ein Bild und geben Sie Begriffe ein.</translation>
    </message>
    <message>
        <source>A tie at cosine %1</source>
        <translation>Gleichstand bei Kosinus %1</translation>
    </message>
    <message>
        <source>leads “%1” by %2 in cosine</source>
        <translation>liegt %2 im Kosinus vor „%1“</translation>
    </message>
    <message>
        <source>the only label</source>
        <translation>der einzige Begriff</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n label(s)</source>
        <translation>
            <numerusform>Alle %n Begriffe zeigen</numerusform>
            <numerusform>Alle %n Begriffe zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all labels</source>
        <translation>Alle Begriffe zeigen</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own scale, %1</source>
        <translation>Zurück zum Faktor des Modells, %1</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Bars of all labels</source>
        <translation>Balken aller Begriffe</translation>
    </message>
    <message>
        <source>Softmax &amp;scale</source>
        <translation>Softmax-Fa&amp;ktor</translation>
    </message>
    <message>
        <source>softmax = exp(scale × cosine), divided by the sum over all labels.
The percentages compare the labels with one another at this scale; they are no probability of being right.</source>
        <translation>Softmax = exp(Faktor × Kosinus), geteilt durch die Summe über alle Begriffe.
Die Prozente vergleichen die Begriffe bei diesem Faktor miteinander; sie sagen nicht, wie wahrscheinlich die Antwort stimmt.</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own scale</source>
        <translation>Zurück zum Faktor des Modells</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpeedChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Rate against time on this computer</source>
        <translation>Rate gegen Zeit auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 (%2)
rate %3, %4 = %5 × dense</source>
        <comment>a layer&apos;s module path, event-driven or dense, and its figures</comment>
        <translation>%1 (%2)
Rate %3, %4 = %5 × dicht</translation>
    </message>
    <message>
        <source>%1; break-even %2</source>
        <translation>%1; gleichauf bei %2</translation>
    </message>
    <message>
        <source>%1; skipping always pays</source>
        <translation>%1; Auslassen lohnt immer</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>Measured with %n thread(s) on %1</source>
        <translation>
            <numerusform>Gemessen mit %n Thread auf %1</numerusform>
            <numerusform>Gemessen mit %n Threads auf %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Skipping silent neurons always pays</source>
        <translation>%1
Stumme Neuronen auszulassen lohnt immer</translation>
    </message>
    <message>
        <source>%1
Break-even at a rate of %2</source>
        <translation>%1
Gleichauf bei einer Rate von %2</translation>
    </message>
    <message>
        <source>%1
Break-even at rates from %2 to %3</source>
        <translation>%1
Gleichauf bei Raten von %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%n shape(s) of layers. %1.</source>
        <translation>
            <numerusform>%n Form von Schichten. %1.</numerusform>
            <numerusform>%n Formen von Schichten. %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers of this picture: %1 event-driven, %2 dense.</source>
        <translation>Schichten dieses Bildes: %1 ereignisgesteuert, %2 dicht.</translation>
    </message>
    <message>
        <source>firing rate of the input</source>
        <translation>Feuerrate des Eingangs</translation>
    </message>
    <message>
        <source>time (1: every neuron computed)</source>
        <translation>Zeit (1: jedes Neuron berechnet)</translation>
    </message>
    <message>
        <source>break-even</source>
        <translation>gleichauf</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpeedPanel</name>
    <message>
        <source>Measuring this computer… %1 %</source>
        <translation>Dieser Rechner wird gemessen … %1 %</translation>
    </message>
    <message>
        <source>Nothing to compare: this model is computed here in one way only.</source>
        <translation>Nichts zu vergleichen: Dieses Modell wird hier nur auf eine Weise berechnet.</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>Rate against time</source>
        <translation>Rate gegen Zeit</translation>
    </message>
    <message>
        <source>measuring… %1 %</source>
        <translation>misst … %1 %</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>Jetzt messen</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>Messung anhalten</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Stop measuring: the earlier figures stay</source>
        <translation>Messung anhalten: Die früheren Werte bleiben</translation>
    </message>
    <message>
        <source>Measure again: forget what was measured on this computer and begin anew</source>
        <translation>Neu messen: das auf diesem Rechner Gemessene vergessen und von vorn beginnen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The same figures as a table</source>
        <translation>Dieselben Werte als Tabelle</translation>
    </message>
    <message>
        <source>Rate against time on this computer, as a table</source>
        <translation>Rate gegen Zeit auf diesem Rechner, als Tabelle</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpeedTable</name>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>break-even</source>
        <translation>gleichauf</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Input rate</source>
        <translation>Eingangsrate</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Dense = 1</source>
        <translation>Dicht = 1</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpikeHealthPanel</name>
    <message>
        <source>; </source>
        <comment>between layers</comment>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of layers</comment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>newest: %1</source>
        <comment>batch 120</comment>
        <translation>neueste: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) are nearly silent: %1.</source>
        <translation>
            <numerusform>%n Schicht ist fast stumm: %1.</numerusform>
            <numerusform>%n Schichten sind fast stumm: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) fire nearly all the time: %1.</source>
        <translation>
            <numerusform>%n Schicht feuert fast immer: %1.</numerusform>
            <numerusform>%n Schichten feuern fast immer: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n layer(s) are well: none nearly silent, none saturated.</source>
        <translation>
            <numerusform>%n Schicht ist gesund: weder fast stumm noch gesättigt.</numerusform>
            <numerusform>Alle %n Schichten sind gesund: keine fast stumm, keine gesättigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Firing rate %1 at first, %2 now.</source>
        <translation>Feuerrate anfangs %1, jetzt %2.</translation>
    </message>
    <message>
        <source>Firing rate %1.</source>
        <translation>Feuerrate %1.</translation>
    </message>
    <message>
        <source>batch of the run</source>
        <translation>Batch des Laufs</translation>
    </message>
    <message>
        <source>spikes per neuron and step</source>
        <translation>Spikes je Neuron und Schritt</translation>
    </message>
    <message>
        <source>share of neurons that fire for none of the pictures</source>
        <translation>Anteil der Neuronen, die bei keinem der Bilder feuern</translation>
    </message>
    <message>
        <source>share of neurons that fire in more than half of all steps</source>
        <translation>Anteil der Neuronen, die in mehr als der Hälfte aller Schritte feuern</translation>
    </message>
    <message numerus="yes">
        <source>all %n layer(s), from input to output</source>
        <translation>
            <numerusform>%n Schicht, vom Eingang zum Ausgang</numerusform>
            <numerusform>alle %n Schichten, vom Eingang zum Ausgang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, batch %2: %3</source>
        <translation>%1, Batch %2: %3</translation>
    </message>
    <message>
        <source>No layers yet: they are looked at whenever the validation pictures are judged.</source>
        <translation>Noch keine Schichten: Sie werden betrachtet, sooft die Validierungsbilder beurteilt werden.</translation>
    </message>
    <message>
        <source>Start a training run to see how its layers fare.</source>
        <translation>Starten Sie einen Trainingslauf, um zu sehen, wie es seinen Schichten ergeht.</translation>
    </message>
    <message>
        <source>Health of the spiking network</source>
        <translation>Gesundheit des gepulsten Netzes</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each row is a layer of neurons, from the picture at the top to the answer at the bottom; each column is a moment of the run at which the validation pictures were judged. The bars show the newest column, or the one chosen.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Rate&lt;/b&gt;: spikes per neuron and step. &lt;b&gt;Dead&lt;/b&gt;: the share of neurons that fired for none of the pictures. &lt;b&gt;Saturated&lt;/b&gt;: the share that fired in more than half of all steps.&lt;/p&gt;&lt;p&gt;A layer counts as &lt;i&gt;nearly silent&lt;/i&gt; below a rate of %1, or if %2 of its neurons are dead: next to nothing passes it, and nothing is learnt before it. It counts as &lt;i&gt;saturated&lt;/i&gt; if %3 of its neurons fire in more than half of all steps: then spikes hardly tell one picture from another, and cost most. What helps: a smaller learning rate, fewer epochs, or an earlier state of the run.&lt;/p&gt;&lt;p&gt;Click a cell or a bar to choose its layer for all views.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jede Zeile ist eine Schicht von Neuronen, vom Bild ganz oben bis zur Antwort ganz unten; jede Spalte ist ein Zeitpunkt des Laufs, zu dem die Validierungsbilder beurteilt wurden. Die Balken zeigen die neueste Spalte oder die gewählte.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Rate&lt;/b&gt;: Spikes je Neuron und Schritt. &lt;b&gt;Tot&lt;/b&gt;: der Anteil der Neuronen, die bei keinem der Bilder gefeuert haben. &lt;b&gt;Gesättigt&lt;/b&gt;: der Anteil, der in mehr als der Hälfte aller Schritte gefeuert hat.&lt;/p&gt;&lt;p&gt;Eine Schicht gilt als &lt;i&gt;fast stumm&lt;/i&gt; unter einer Rate von %1 oder wenn %2 ihrer Neuronen tot sind: Fast nichts kommt durch sie hindurch, und vor ihr wird nichts gelernt. Sie gilt als &lt;i&gt;gesättigt&lt;/i&gt;, wenn %3 ihrer Neuronen in mehr als der Hälfte aller Schritte feuern: Dann unterscheiden Spikes kaum ein Bild vom anderen und kosten am meisten. Was hilft: eine kleinere Lernrate, weniger Epochen oder ein früherer Stand des Laufs.&lt;/p&gt;&lt;p&gt;Ein Klick auf ein Feld oder einen Balken wählt seine Schicht für alle Ansichten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>firing rate</source>
        <translation>Feuerrate</translation>
    </message>
    <message>
        <source>dead neurons</source>
        <translation>tote Neuronen</translation>
    </message>
    <message>
        <source>saturated neurons</source>
        <translation>gesättigte Neuronen</translation>
    </message>
    <message>
        <source>Which number is shown</source>
        <translation>Welche Zahl gezeigt wird</translation>
    </message>
    <message>
        <source>Layers over time</source>
        <translation>Schichten im Lauf der Zeit</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpikePanel</name>
    <message>
        <source>No spikes: classify a picture with the spiking network.</source>
        <translation>Keine Spikes: Ordnen Sie ein Bild mit dem gepulsten Netz ein.</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>evenly spaced</source>
        <translation>gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>highest rate</source>
        <translation>höchste Rate</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>At most so many neurons</source>
        <translation>Höchstens so viele Neuronen</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>head %1 of %2</source>
        <translation>Kopf %1 von %2</translation>
    </message>
    <message>
        <source>“%1” names no neurons of this layer: write them like 3, 17, 40-55, from 0 to %2.</source>
        <translation>„%1“ nennt keine Neuronen dieser Schicht: Schreiben Sie sie wie 3, 17, 40-55, von 0 bis %2.</translation>
    </message>
    <message>
        <source>of one layer for %1</source>
        <translation>einer Schicht für %1</translation>
    </message>
    <message numerus="yes">
        <source>of one layer for %n picture(s) side by side</source>
        <translation>
            <numerusform>einer Schicht für %n Bild nebeneinander</numerusform>
            <numerusform>einer Schicht für %n Bilder nebeneinander</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without this layer</source>
        <translation>
            <numerusform>%n Bild ohne diese Schicht</numerusform>
            <numerusform>%n Bilder ohne diese Schicht</numerusform>
        </translation>
    </message>
    <message>
        <source>No neurons chosen yet: write their numbers above, like 3, 17, 40-55, or click them in the feature maps.</source>
        <translation>Noch keine Neuronen gewählt: Schreiben Sie oben ihre Nummern, wie 3, 17, 40-55, oder klicken Sie sie in den Merkmalskarten an.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Who fired when.&lt;/b&gt; Each row is a neuron, each column a time step; a mark is one spike. Below stands which part of the neurons fired at each step, beside it how often each neuron fired. Where several neurons share a pixel, its colour says which part of them fired: nothing is left out.&lt;/p&gt;&lt;p&gt;The wheel zooms, dragging pans, a double click shows all again. A click chooses a neuron, dragging with Shift those that fired inside; their membrane potentials stand in the panel &lt;i&gt;Membrane potential&lt;/i&gt;. Several pictures chosen in the gallery stand side by side.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Wer wann gefeuert hat.&lt;/b&gt; Jede Zeile ist ein Neuron, jede Spalte ein Zeitschritt; eine Marke ist ein Spike. Darunter steht, welcher Teil der Neuronen in jedem Schritt gefeuert hat, daneben, wie oft jedes Neuron gefeuert hat. Wo sich mehrere Neuronen einen Bildpunkt teilen, sagt seine Farbe, welcher Teil von ihnen gefeuert hat: Nichts wird ausgelassen.&lt;/p&gt;&lt;p&gt;Das Mausrad vergrößert, Ziehen verschiebt, ein Doppelklick zeigt wieder alles. Ein Klick wählt ein Neuron, Ziehen mit der Umschalttaste die, die darin gefeuert haben; ihre Membranpotenziale stehen im Bereich &lt;i&gt;Membranpotenzial&lt;/i&gt;. Mehrere in der Galerie gewählte Bilder stehen nebeneinander.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Channel or head, from 0</source>
        <translation>Kanal oder Kopf, ab 0</translation>
    </message>
    <message>
        <source>Numbers of neurons</source>
        <translation>Nummern von Neuronen</translation>
    </message>
    <message>
        <source>3, 17, 40-55</source>
        <translation>3, 17, 40-55</translation>
    </message>
    <message>
        <source>neuron = position × channels + channel, position = y × width + x, all from 0</source>
        <translation>Neuron = Position × Kanäle + Kanal, Position = y × Breite + x, alles ab 0</translation>
    </message>
    <message>
        <source>taking all</source>
        <comment>chosen by</comment>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>even spacing</source>
        <comment>chosen by</comment>
        <translation>gleichmäßiger Verteilung</translation>
    </message>
    <message>
        <source>highest rate</source>
        <comment>chosen by</comment>
        <translation>höchster Rate</translation>
    </message>
    <message>
        <source>hand</source>
        <comment>chosen by</comment>
        <translation>Vorgabe von Hand</translation>
    </message>
    <message>
        <source>Which neurons</source>
        <translation>Welche Neuronen</translation>
    </message>
    <message>
        <source>Order of the neurons</source>
        <translation>Reihenfolge der Neuronen</translation>
    </message>
    <message>
        <source>all neurons</source>
        <translation>alle Neuronen</translation>
    </message>
    <message>
        <source>one channel</source>
        <translation>ein Kanal</translation>
    </message>
    <message>
        <source>one head</source>
        <translation>ein Kopf</translation>
    </message>
    <message>
        <source>sorted by index</source>
        <translation>sortiert nach Index</translation>
    </message>
    <message>
        <source>sorted by rate</source>
        <translation>sortiert nach Rate</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::SpikeRaster</name>
    <message>
        <source>No spikes to show</source>
        <translation>Keine Spikes zu zeigen</translation>
    </message>
    <message>
        <source>spikes per neuron and step in a pixel; silent pixels are darkest</source>
        <translation>Spikes je Neuron und Schritt in einem Bildpunkt; stille Bildpunkte sind am dunkelsten</translation>
    </message>
    <message>
        <source>Each line is one spike</source>
        <translation>Jeder Strich ist ein Spike</translation>
    </message>
    <message>
        <source>Each mark is one spike</source>
        <translation>Jede Marke ist ein Spike</translation>
    </message>
    <message>
        <source>%1 of %2 neurons, chosen by %3, sorted by %4</source>
        <translation>%1 von %2 Neuronen, ausgewählt nach %3, sortiert nach %4</translation>
    </message>
    <message>
        <source>%1. %2 spikes in %3 columns of one step each, %4 per neuron and step.</source>
        <translation>%1. %2 Spikes in %3 Spalten von je einem Schritt, %4 je Neuron und Schritt.</translation>
    </message>
    <message>
        <source>Neuron %1 in row %2 fired in %3 columns.</source>
        <translation>Neuron %1 in Zeile %2 hat in %3 Spalten gefeuert.</translation>
    </message>
    <message numerus="yes">
        <source>%n neuron(s) selected.</source>
        <translation>
            <numerusform>%n Neuron ausgewählt.</numerusform>
            <numerusform>%n Neuronen ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Neuron %1 in row %2
fired in %3 of %4 columns</source>
        <translation>Neuron %1 in Zeile %2
hat in %3 von %4 Spalten gefeuert</translation>
    </message>
    <message>
        <source>neuron (row)</source>
        <translation>Neuron (Zeile)</translation>
    </message>
    <message>
        <source>picture : time step</source>
        <translation>Bild : Zeitschritt</translation>
    </message>
    <message>
        <source>time step</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Raster of spikes</source>
        <translation>Raster der Spikes</translation>
    </message>
    <message>
        <source>all %1 neurons, sorted by %2</source>
        <translation>alle %1 Neuronen, sortiert nach %2</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <comment>a neuron, e.g. token 3, channel 17</comment>
        <translation>Es ist %1.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::StepScrubber</name>
    <message>
        <source>No steps yet</source>
        <translation>Noch keine Schritte</translation>
    </message>
    <message>
        <source>One pass without time steps: nothing to scrub</source>
        <translation>Ein Durchlauf ohne Zeitschritte</translation>
    </message>
    <message>
        <source>The same answer at every step: %1</source>
        <translation>Dieselbe Antwort in jedem Schritt: %1</translation>
    </message>
    <message>
        <source>%1 from T = %2</source>
        <translation>%1 ab T = %2</translation>
    </message>
    <message>
        <source>The answer changes: %1</source>
        <translation>Die Antwort wechselt: %1</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Play the steps (Space)</source>
        <translation>Schritte abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>T = %1 of %2</source>
        <translation>T = %1 von %2</translation>
    </message>
    <message>
        <source>Time step</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <source>Time steps</source>
        <translation>Zeitschritte</translation>
    </message>
    <message>
        <source>Drag or use Left and Right, Home and End. A triangle marks the step from which another label leads.</source>
        <translation>Ziehen oder Links und Rechts, Pos1 und Ende drücken. Ein Dreieck zeigt den Schritt, ab dem ein anderer Begriff vorn liegt.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::StepTable</name>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Mean rate</source>
        <translation>Mittlere Rate</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TemplatesDialog</name>
    <message numerus="yes">
        <source>%n template(s); their label vectors are averaged.</source>
        <translation>
            <numerusform>%n Vorlage; die Vektoren der Begriffe werden gemittelt.</numerusform>
            <numerusform>%n Vorlagen; die Vektoren der Begriffe werden gemittelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” needs exactly one {} where the label goes.</source>
        <translation>„%1“ braucht genau ein {}, wo der Begriff stehen soll.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TextPanel</name>
    <message>
        <source>nobody</source>
        <translation>keinem</translation>
    </message>
    <message>
        <source>No labels: type some to see how they become spikes.</source>
        <translation>Keine Begriffe: Geben Sie welche ein, um zu sehen, wie daraus Spikes werden.</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Es wird gelesen: „%1“ …</translation>
    </message>
    <message>
        <source>” and “</source>
        <comment>between two labels in quotes</comment>
        <translation>“ und „</translation>
    </message>
    <message>
        <source>These labels cannot be compared: their spikes were not recorded alike.</source>
        <translation>Diese Begriffe lassen sich nicht vergleichen: Ihre Spikes wurden nicht gleich aufgezeichnet.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>how a label becomes spikes</source>
        <translation>wie aus einem Begriff Spikes werden</translation>
    </message>
    <message>
        <source>&lt;p&gt;Every word of the sentence is looked up in a table: it is one row of numbers there. A word that is not in the table does not count.&lt;/p&gt;&lt;p&gt;A projection turns the row into currents for the neurons of the word&apos;s place, its token. They are layer 1, and each token is by itself there. Layer 2 listens to all tokens, and its spikes are summed up to the label&apos;s vector, with which pictures are compared.&lt;/p&gt;&lt;p&gt;Tokens, channels and neurons are counted from 0, steps from 1. Neuron of layer 1 = token × channels + channel.&lt;/p&gt;&lt;p&gt;Now compare with another label: change one word and see which spikes appear, which vanish, and that in layer 1 only the tokens of other words change, while in layer 2 neurons everywhere do.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jedes Wort des Satzes wird in einer Tabelle nachgeschlagen: Dort ist es eine Zeile von Zahlen. Ein Wort, das nicht in der Tabelle steht, zählt nicht.&lt;/p&gt;&lt;p&gt;Eine Projektion macht aus der Zeile Ströme für die Neuronen am Platz des Wortes, seinem Token. Sie sind Schicht 1, und dort ist jedes Token für sich. Schicht 2 hört auf alle Token, und ihre Spikes werden zum Vektor des Begriffs aufsummiert, mit dem Bilder verglichen werden.&lt;/p&gt;&lt;p&gt;Token, Kanäle und Neuronen werden ab 0 gezählt, Schritte ab 1. Neuron der Schicht 1 = Token × Kanäle + Kanal.&lt;/p&gt;&lt;p&gt;Vergleichen Sie nun mit einem anderen Begriff: Ändern Sie ein Wort und sehen Sie, welche Spikes erscheinen, welche verschwinden, und dass sich in Schicht 1 nur die Token anderer Wörter ändern, in Schicht 2 dagegen Neuronen überall.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>Be&amp;griff</translation>
    </message>
    <message>
        <source>&amp;compare with</source>
        <translation>vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TextTable</name>
    <message>
        <source>vanishes</source>
        <translation>verschwindet</translation>
    </message>
    <message>
        <source>spike</source>
        <translation>Spike</translation>
    </message>
    <message>
        <source>appears</source>
        <translation>erscheint</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neuron</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Other word</source>
        <translation>Anderes Wort</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Spikes with “%1”</source>
        <translation>Spikes mit „%1“</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>Other spikes</source>
        <translation>Andere Spikes</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TextView</name>
    <message>
        <source>taking all</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message numerus="yes">
        <source>token of %n channel(s)</source>
        <translation>
            <numerusform>Token zu %n Kanal</numerusform>
            <numerusform>Token zu je %n Kanälen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: spikes that differ</source>
        <translation>%1: Spikes, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Layer %1, %2: each token by itself</source>
        <translation>Schicht %1, %2: jedes Token für sich</translation>
    </message>
    <message>
        <source>Layer %1, %2: all tokens together</source>
        <translation>Schicht %1, %2: alle Token zusammen</translation>
    </message>
    <message>
        <source>token %1 without a word, channel %2</source>
        <translation>Token %1 ohne Wort, Kanal %2</translation>
    </message>
    <message>
        <source>token %1 “%2”, channel %3</source>
        <translation>Token %1 „%2“, Kanal %3</translation>
    </message>
    <message>
        <source>token %1 “%2” → “%3”, channel %4</source>
        <translation>Token %1 „%2“ → „%3“, Kanal %4</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>token and its word</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>token, its word, the other label&apos;s</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 of %2 neurons differ. Of all spikes</source>
        <comment>then: so many vanish, appear, stay</comment>
        <translation>%1 von %2 Neuronen unterscheiden sich. Von allen Spikes</translation>
    </message>
    <message>
        <source>%1 vanish</source>
        <translation>%1 verschwinden</translation>
    </message>
    <message>
        <source>%1 appear</source>
        <translation>%1 erscheinen</translation>
    </message>
    <message>
        <source>%1 stay (%2 in these rows)</source>
        <translation>%1 bleiben (%2 in diesen Zeilen)</translation>
    </message>
    <message>
        <source>%1 stay</source>
        <translation>%1 bleiben</translation>
    </message>
    <message>
        <source>Layer 1: each token</source>
        <translation>Schicht 1: jedes Token</translation>
    </message>
    <message>
        <source>Layer %1: all tokens</source>
        <translation>Schicht %1: alle Token</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>How the text encoder reads a label</source>
        <translation>Wie der Text-Encoder einen Begriff liest</translation>
    </message>
    <message>
        <source>The spikes of this label were not recorded.</source>
        <translation>Die Spikes dieses Begriffs wurden nicht aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TokenChips</name>
    <message numerus="yes">
        <source>%n empty</source>
        <comment>places in front of a sentence</comment>
        <translation>
            <numerusform>%n leer</numerusform>
            <numerusform>%n leer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>first and last token of several</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>unknown: does not count</source>
        <translation>unbekannt: zählt nicht</translation>
    </message>
    <message>
        <source>cut: does not count</source>
        <translation>abgeschnitten: zählt nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) in front have no word: their neurons stay silent.</source>
        <translation>
            <numerusform>%n Token vorn hat kein Wort: Seine Neuronen bleiben stumm.</numerusform>
            <numerusform>%n Token vorn haben kein Wort: Ihre Neuronen bleiben stumm.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is unknown, it is not in the model&apos;s word table: it does not count.</source>
        <translation>„%1“ ist unbekannt, es steht nicht in der Worttabelle des Modells: Es zählt nicht.</translation>
    </message>
    <message>
        <source>“%1” was cut, the sentence has more words than the model has tokens: it does not count.</source>
        <translation>„%1“ wurde abgeschnitten, der Satz hat mehr Wörter als das Modell Token: Es zählt nicht.</translation>
    </message>
    <message>
        <source>Token %1: “%2”, a word of the template.</source>
        <translation>Token %1: „%2“, ein Wort der Vorlage.</translation>
    </message>
    <message>
        <source>Tokens %1: “%2”, words of the template.</source>
        <translation>Token %1: „%2“, Wörter der Vorlage.</translation>
    </message>
    <message>
        <source>Token %1: “%2”, a word of the label.</source>
        <translation>Token %1: „%2“, ein Wort des Begriffs.</translation>
    </message>
    <message>
        <source>In the other label this token is another word, or none.</source>
        <translation>Beim anderen Begriff ist dieses Token ein anderes Wort, oder keines.</translation>
    </message>
    <message>
        <source>No words</source>
        <translation>Keine Wörter</translation>
    </message>
    <message>
        <source>The sentence is “%1”.</source>
        <translation>Der Satz lautet „%1“.</translation>
    </message>
    <message>
        <source>Words of the label</source>
        <translation>Wörter des Begriffs</translation>
    </message>
    <message>
        <source>Words of the label “%1”</source>
        <translation>Wörter des Begriffs „%1“</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TradeOffChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>estimated energy per picture, with memory traffic</source>
        <translation>geschätzte Energie je Bild, mit Speicherverkehr</translation>
    </message>
    <message>
        <source>estimated energy per picture, compute only</source>
        <translation>geschätzte Energie je Bild, nur Rechnen</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>After T = %1: %2 right (95 % interval: %3 to %4), %5 estimated</source>
        <translation>Nach T = %1: %2 richtig (95-%-Intervall: %3 bis %4), geschätzt %5</translation>
    </message>
    <message>
        <source>At threshold %1: %2 right, %3 estimated, mean T %4</source>
        <translation>Bei Schwelle %1: %2 richtig, geschätzt %3, mittleres T %4</translation>
    </message>
    <message>
        <source>%1; this model has no ANN twin.</source>
        <translation>%1; dieses Modell hat keinen ANN-Zwilling.</translation>
    </message>
    <message>
        <source>%1; ANN twin: %2, not asked about these pictures.</source>
        <translation>%1; ANN-Zwilling: %2, zu diesen Bildern nicht gefragt.</translation>
    </message>
    <message>
        <source>%1; ANN twin: %2, %3.</source>
        <translation>%1; ANN-Zwilling: %2, %3.</translation>
    </message>
    <message>
        <source>No pictures of known labels</source>
        <translation>Keine Bilder mit bekanntem Begriff</translation>
    </message>
    <message>
        <source>Energy against accuracy</source>
        <translation>Energie und Genauigkeit</translation>
    </message>
    <message>
        <source>SNN after T steps</source>
        <translation>SNN nach T Schritten</translation>
    </message>
    <message>
        <source>SNN</source>
        <translation>SNN</translation>
    </message>
    <message>
        <source>early exit (dotted: at every threshold)</source>
        <translation>früher Ausstieg (gepunktet: bei jeder Schwelle)</translation>
    </message>
    <message>
        <source>early exit</source>
        <translation>früher Ausstieg</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message numerus="yes">
        <source>Of %n picture(s) of known label; bars: 95 % confidence.</source>
        <translation>
            <numerusform>Von %n Bild mit bekanntem Begriff; Balken: 95 % Konfidenz.</numerusform>
            <numerusform>Von %n Bildern mit bekanntem Begriff; Balken: 95 % Konfidenz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) left out, because nothing names their label.</source>
        <translation>
            <numerusform>%n anderes ausgelassen, weil nichts seinen Begriff nennt.</numerusform>
            <numerusform>%n andere ausgelassen, weil nichts ihren Begriff nennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The twin was asked about %n.</source>
        <translation>
            <numerusform>Der Zwilling wurde zu %n gefragt.</numerusform>
            <numerusform>Der Zwilling wurde zu %n gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The SNN loses: its twin is right at least as often and is estimated to take no more.</source>
        <translation>Das SNN verliert: Sein Zwilling hat mindestens so oft recht und braucht geschätzt nicht mehr.</translation>
    </message>
    <message>
        <source>ANN twin: %1 right, %2 estimated</source>
        <translation>ANN-Zwilling: %1 richtig, geschätzt %2</translation>
    </message>
    <message>
        <source>T = %1</source>
        <translation>T = %1</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TradeOffPanel</name>
    <message>
        <source>&amp;Leave at %1</source>
        <translation>Auss&amp;tieg bei %1</translation>
    </message>
    <message>
        <source>estimated, %1, with memory traffic</source>
        <translation>geschätzt, %1, mit Speicherverkehr</translation>
    </message>
    <message>
        <source>estimated, %1, compute only</source>
        <translation>geschätzt, %1, nur Rechnen</translation>
    </message>
    <message numerus="yes">
        <source>Drop a folder whose sub-folders are named like labels. Of %n picture(s) so far, none lies in such a folder or is named like a label.</source>
        <translation>
            <numerusform>Lassen Sie einen Ordner auf das Fenster fallen, dessen Unterordner wie Begriffe heißen. Das bisher %n Bild liegt weder in einem solchen Ordner noch heißt es wie ein Begriff.</numerusform>
            <numerusform>Lassen Sie einen Ordner auf das Fenster fallen, dessen Unterordner wie Begriffe heißen. Von bisher %n Bildern liegt keines in einem solchen Ordner oder heißt wie ein Begriff.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a folder whose sub-folders are named like labels.</source>
        <translation>Lassen Sie einen Ordner auf das Fenster fallen, dessen Unterordner wie Begriffe heißen.</translation>
    </message>
    <message>
        <source>Energy against accuracy</source>
        <translation>Energie und Genauigkeit</translation>
    </message>
    <message>
        <source>&lt;p&gt;What more time steps buy. Each point of the curve is the spiking network after T steps: how many of the pictures it has right, and the energy that a picture is &lt;b&gt;estimated&lt;/b&gt; to take on average, under the rules in force. Up and to the left is better. The square is the ANN twin; where it lies to the left or above, say so: the SNN has lost.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Early exit&lt;/b&gt;: a picture leaves as soon as its leading label is sure enough, that is, as its share of the softmax reaches the threshold. Easy pictures leave early, hard ones stay. The diamond is the result at the threshold chosen, the dotted line at all of them; the bar below says how many pictures leave after which T. To know whether it is sure, the network reads out after each step, and is charged for it.&lt;/p&gt;&lt;p&gt;A picture counts if the folder in which it lies, or else its own name, is one of the labels. The thin upright lines are 95 % confidence intervals: with few pictures they are long, and differences inside of them mean nothing. The labels’ side is not charged.&lt;/p&gt;&lt;p&gt;A click on a point or the arrow keys choose a T.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Was mehr Zeitschritte einbringen. Jeder Punkt der Kurve ist das gepulste Netz nach T Schritten: wie viele der Bilder es richtig hat und wie viel Energie ein Bild &lt;b&gt;geschätzt&lt;/b&gt; im Mittel braucht, nach den geltenden Regeln. Weiter oben und weiter links ist besser. Das Quadrat ist der ANN-Zwilling; liegt es weiter links oder weiter oben, so sagen Sie es: Das SNN hat verloren.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Früher Ausstieg&lt;/b&gt;: Ein Bild steigt aus, sobald sein führender Begriff sicher genug ist, das heißt, sobald dessen Anteil am Softmax die Schwelle erreicht. Leichte Bilder gehen früh, schwere bleiben. Die Raute ist das Ergebnis bei der gewählten Schwelle, die gepunktete Linie das bei allen; der Balken darunter sagt, wie viele Bilder nach welchem T gehen. Um zu wissen, ob es sicher ist, liest das Netz nach jedem Schritt aus, und das wird ihm angerechnet.&lt;/p&gt;&lt;p&gt;Ein Bild zählt, wenn der Ordner, in dem es liegt, oder sonst sein eigener Name einer der Begriffe ist. Die dünnen senkrechten Striche sind 95-%-Konfidenzintervalle: Bei wenigen Bildern sind sie lang, und Unterschiede innerhalb davon bedeuten nichts. Die Seite der Begriffe wird nicht angerechnet.&lt;/p&gt;&lt;p&gt;Ein Klick auf einen Punkt oder die Pfeiltasten wählen ein T.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>Sp&amp;eicher</translation>
    </message>
    <message>
        <source>Charge memory traffic, too: weights, spikes and potentials that are read and written</source>
        <translation>Auch den Speicherverkehr anrechnen: Gewichte, Spikes und Potenziale, die gelesen und geschrieben werden</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>Log-A&amp;chse</translation>
    </message>
    <message>
        <source>Logarithmic axis of energy</source>
        <translation>Logarithmische Energieachse</translation>
    </message>
    <message>
        <source>Confidence at which a picture leaves, in percent</source>
        <translation>Sicherheit, bei der ein Bild aussteigt, in Prozent</translation>
    </message>
    <message>
        <source>A picture leaves as soon as its leading label has so much of the softmax</source>
        <translation>Ein Bild steigt aus, sobald sein führender Begriff einen so großen Anteil am Softmax hat</translation>
    </message>
    <message>
        <source>%1; the last training left the twin out</source>
        <translation>%1; das letzte Training hat den Zwilling ausgelassen</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TradeOffTable</name>
    <message>
        <source>SNN</source>
        <translation>SNN</translation>
    </message>
    <message>
        <source>early exit at %1</source>
        <translation>früher Ausstieg bei %1</translation>
    </message>
    <message>
        <source>ANN twin</source>
        <translation>ANN-Zwilling</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Which network, and when its answer is taken</source>
        <translation>Welches Netz, und wann seine Antwort genommen wird</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Time steps; the mean, where pictures leave at different ones</source>
        <translation>Zeitschritte; das Mittel, wo Bilder nach verschieden vielen aussteigen</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Estimated energy per picture, on average; in files in picojoules</source>
        <translation>Geschätzte Energie je Bild, im Mittel; in Dateien in Pikojoule</translation>
    </message>
    <message>
        <source>Estimated energy</source>
        <translation>Geschätzte Energie</translation>
    </message>
    <message>
        <source>Share of pictures whose own label leads</source>
        <translation>Anteil der Bilder, deren eigener Begriff vorn liegt</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Lower end of its 95 % confidence interval (Wilson)</source>
        <translation>Unteres Ende des 95-%-Konfidenzintervalls dazu (Wilson)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Upper end of its 95 % confidence interval (Wilson)</source>
        <translation>Oberes Ende des 95-%-Konfidenzintervalls dazu (Wilson)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>How many pictures that is of</source>
        <translation>Von wie vielen Bildern das gilt</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Share of pictures that leave after so many steps, at the threshold chosen</source>
        <translation>Anteil der Bilder, die nach so vielen Schritten aussteigen, bei der gewählten Schwelle</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Ausstieg</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TrainingCurvesPanel</name>
    <message>
        <source>Start a training run, or tick one in the list of runs, to see its curves.</source>
        <translation>Starten Sie einen Trainingslauf oder setzen Sie in der Liste der Läufe ein Häkchen, um Kurven zu sehen.</translation>
    </message>
    <message>
        <source>Nothing yet: the angle between two gradients exists only where a run learns from two losses.</source>
        <translation>Noch nichts: Den Winkel zwischen zwei Gradienten gibt es nur, wo ein Lauf aus zwei Verlusten lernt.</translation>
    </message>
    <message>
        <source>No values of this kind yet. The first come within seconds of the start of a run.</source>
        <translation>Noch keine Werte dieser Art. Die ersten kommen Sekunden nach dem Start eines Laufs.</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>Trainingskurven</translation>
    </message>
    <message>
        <source>&lt;p&gt;What a run says of itself while it learns, from left to right. A run may have several stages: they stand one behind another, a dashed line and a name where each begins.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Loss&lt;/b&gt; is what learning makes smaller; cross-entropy asks for the right label, KL for answers like those of the ANN twin, alignment for the same direction as a teacher. &lt;b&gt;Accuracy&lt;/b&gt; counts only with pictures that were set aside: &lt;i&gt;validation&lt;/i&gt;. If the line &lt;i&gt;while learning&lt;/i&gt; goes on rising and validation does not, the model learns its pictures by heart. &lt;b&gt;Firing rate&lt;/b&gt; and &lt;b&gt;estimated energy&lt;/b&gt; say what an answer costs. The &lt;b&gt;gradient angle&lt;/b&gt; is the one between what the two losses ask for; above 90° they pull against each other.&lt;/p&gt;&lt;p&gt;Smoothing changes the picture only; the faint line behind is what was measured. With several runs each has its colour. With one, each line has one.&lt;/p&gt;&lt;p&gt;Rest the pointer on the curves for their values, click to keep them. Left and Right move on, the wheel zooms, dragging pans, a double click or Escape shows all again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Was ein Lauf über sich sagt, während er lernt, von links nach rechts. Ein Lauf kann mehrere Stufen haben: Sie stehen hintereinander, eine gestrichelte Linie und ein Name, wo jede beginnt.&lt;/p&gt;&lt;p&gt;Den &lt;b&gt;Verlust&lt;/b&gt; macht das Lernen kleiner; die Kreuzentropie verlangt den richtigen Begriff, KL Antworten wie die des ANN-Zwillings, die Angleichung dieselbe Richtung wie die eines Lehrers. Die &lt;b&gt;Genauigkeit&lt;/b&gt; zählt nur bei Bildern, die beiseitegelegt wurden: &lt;i&gt;Validierung&lt;/i&gt;. Steigt die Linie &lt;i&gt;beim Lernen&lt;/i&gt; weiter und die Validierung nicht, so lernt das Modell seine Bilder auswendig. &lt;b&gt;Feuerrate&lt;/b&gt; und &lt;b&gt;geschätzte Energie&lt;/b&gt; sagen, was eine Antwort kostet. Der &lt;b&gt;Gradientenwinkel&lt;/b&gt; liegt zwischen dem, was die beiden Verluste verlangen; über 90° arbeiten sie gegeneinander.&lt;/p&gt;&lt;p&gt;Glätten ändert nur das Bild; die blasse Linie dahinter ist das Gemessene. Bei mehreren Läufen hat jeder seine Farbe. Bei einem hat jede Linie eine.&lt;/p&gt;&lt;p&gt;Halten Sie den Mauszeiger über die Kurven, um ihre Werte zu sehen, und klicken Sie, um sie festzuhalten. Links und Rechts gehen weiter, das Mausrad vergrößert, Ziehen verschiebt, ein Doppelklick oder Esc zeigt wieder alles.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Which numbers are shown</source>
        <translation>Welche Zahlen gezeigt werden</translation>
    </message>
    <message>
        <source>by batches</source>
        <translation>nach Batches</translation>
    </message>
    <message>
        <source>by epochs</source>
        <translation>nach Epochen</translation>
    </message>
    <message>
        <source>What is to the right</source>
        <translation>Was nach rechts läuft</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>wie gemessen</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>smoothed strongly</source>
        <translation>stark geglättet</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>The mean over about 1 % or 5 % of a curve; what was measured stays visible behind it</source>
        <translation>Das Mittel über etwa 1 % oder 5 % einer Kurve; das Gemessene bleibt dahinter sichtbar</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>Log-A&amp;chse</translation>
    </message>
    <message>
        <source>Logarithmic axis of values</source>
        <translation>Logarithmische Werteachse</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TrainingSettings</name>
    <message>
        <source>%1 epochs, batches of %2, learning rate %3</source>
        <comment>settings in brief</comment>
        <translation>%1 Epochen, Batches zu %2, Lernrate %3</translation>
    </message>
    <message>
        <source>, T = %1</source>
        <comment>goes on after other settings</comment>
        <translation>, T = %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the settings; the usual ones will do</source>
        <translation>Die Einstellungen zeigen oder verbergen; die üblichen genügen</translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation>&amp;Name des Laufs</translation>
    </message>
    <message>
        <source>As it appears in the list of runs.</source>
        <translation>So steht er in der Liste der Läufe.</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>&amp;Epochen</translation>
    </message>
    <message>
        <source>How often every picture is learnt from. More takes longer and may end in learning by heart.</source>
        <translation>Wie oft aus jedem Bild gelernt wird. Mehr dauert länger und kann im Auswendiglernen enden.</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Batch</translation>
    </message>
    <message>
        <source>Pictures learnt from at once. Larger ones are steadier and need more memory.</source>
        <translation>Bilder, aus denen auf einmal gelernt wird. Größere sind ruhiger und brauchen mehr Speicher.</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>&amp;Lernrate</translation>
    </message>
    <message>
        <source>How far each batch moves the weights. If the loss jumps, take a third of it.</source>
        <translation>Wie weit jeder Batch die Gewichte verschiebt. Springt der Verlust, so nehmen Sie ein Drittel davon.</translation>
    </message>
    <message>
        <source>&amp;Weight of the twin</source>
        <translation>&amp;Gewicht des Zwillings</translation>
    </message>
    <message>
        <source>How much answers like the twin’s count beside the right label.</source>
        <translation>Wie viel Antworten wie die des Zwillings neben dem richtigen Begriff zählen.</translation>
    </message>
    <message>
        <source>&amp;Angle gate</source>
        <translation>&amp;Winkelschranke</translation>
    </message>
    <message>
        <source>Where the two losses pull apart by more than this, only the labels count. 0: no gate.</source>
        <translation>Wo die beiden Verluste um mehr als das auseinanderstreben, zählen nur die Begriffe. 0: keine Schranke.</translation>
    </message>
    <message>
        <source>Time ste&amp;ps T</source>
        <translation>Zeitschritte &amp;T</translation>
    </message>
    <message>
        <source>Steps that the network learns with. Fewer cost less energy and some accuracy.</source>
        <translation>Schritte, mit denen das Netz lernt. Weniger kosten weniger Energie und etwas Genauigkeit.</translation>
    </message>
    <message>
        <source>&amp;Validation</source>
        <translation>&amp;Validierung</translation>
    </message>
    <message>
        <source>Of each label, set aside to judge by and never learnt from.</source>
        <translation>Von jedem Begriff; beiseitegelegt zum Prüfen, nie zum Lernen.</translation>
    </message>
    <message>
        <source>the model’s</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source> %</source>
        <comment>after a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>°</source>
        <comment>after a number</comment>
        <translation>°</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>keine Schranke</translation>
    </message>
    <message>
        <source>Learn from shi&amp;fted and mirrored pictures, too</source>
        <translation>Auch aus verschobenen und ges&amp;piegelten Bildern lernen</translation>
    </message>
    <message>
        <source>Helps with few pictures. Not where left and right differ, as in letters.</source>
        <translation>Hilft bei wenigen Bildern. Nicht, wo links und rechts verschieden sind, wie bei Buchstaben.</translation>
    </message>
    <message>
        <source>&amp;Usual Settings</source>
        <translation>&amp;Übliche Einstellungen</translation>
    </message>
    <message>
        <source>Set all numbers back to what usually works</source>
        <translation>Alle Zahlen auf das zurücksetzen, was meist gelingt</translation>
    </message>
    <message>
        <source>Penalty on firin&amp;g</source>
        <translation>Strafe fürs &amp;Feuern</translation>
    </message>
    <message>
        <source>How much the mean firing rate counts in the loss: fewer spikes, less energy, some accuracy. 0: none.</source>
        <translation>Wie viel die mittlere Feuerrate im Verlust zählt: weniger Spikes, weniger Energie, etwas weniger Genauigkeit. 0: keine.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>penalty on firing</comment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::TrainingSetup</name>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Einen Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>Choose a folder of pictures first.</source>
        <translation>Wählen Sie zuerst einen Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>The pictures are not known yet.</source>
        <translation>Die Bilder sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>At least two labels are needed.</source>
        <translation>Es braucht mindestens zwei Begriffe.</translation>
    </message>
    <message>
        <source>There are too few pictures to learn from.</source>
        <translation>Es sind zu wenige Bilder, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>Learn with these settings; you can pause and cancel at any time</source>
        <translation>Mit diesen Einstellungen lernen; anhalten und abbrechen können Sie jederzeit</translation>
    </message>
    <message>
        <source>Measuring how long it will take…</source>
        <translation>Es wird gemessen, wie lange es dauern wird …</translation>
    </message>
    <message numerus="yes">
        <source>About %1 on this computer, for %n batch(es), and %2 of memory.</source>
        <translation>
            <numerusform>Etwa %1 und %2 Speicher auf diesem Rechner, für %n Batch.</numerusform>
            <numerusform>Etwa %1 und %2 Speicher auf diesem Rechner, für %n Batches.</numerusform>
        </translation>
    </message>
    <message>
        <source>Train on your own pictures</source>
        <translation>Mit eigenen Bildern trainieren</translation>
    </message>
    <message>
        <source>&lt;p&gt;Put pictures of each thing into a folder of its own, named like the thing, and all these folders into one. Drop that here and press &lt;b&gt;Start&lt;/b&gt;. Twenty pictures a label are enough to begin with.&lt;/p&gt;&lt;p&gt;Some pictures of each label are set aside and never learnt from: by them the result is judged. A run can be paused and cancelled at any time, and the model in use stays as it is until you adopt the new one.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Head only&lt;/b&gt; is right nearly always. The other kinds change the whole network: they take long, want many pictures, and are there for those who study how a spiking network learns. Settings have values that usually work.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Legen Sie Bilder von jedem Ding in einen eigenen Ordner, der so heißt wie das Ding, und alle diese Ordner in einen. Lassen Sie ihn hier fallen und drücken Sie &lt;b&gt;Start&lt;/b&gt;. Zwanzig Bilder je Begriff genügen für den Anfang.&lt;/p&gt;&lt;p&gt;Einige Bilder jedes Begriffs werden beiseitegelegt, und aus ihnen wird nie gelernt: An ihnen wird das Ergebnis geprüft. Ein Lauf lässt sich jederzeit anhalten und abbrechen, und das verwendete Modell bleibt, wie es ist, bis Sie das neue übernehmen.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Nur die Ausleseschicht&lt;/b&gt; ist fast immer richtig. Die anderen Arten verändern das ganze Netz: Sie dauern lange, verlangen viele Bilder und sind für alle da, die untersuchen, wie ein gepulstes Netz lernt. Die Einstellungen haben Werte, die meist gelingen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Your pictures</source>
        <translation>Ihre Bilder</translation>
    </message>
    <message>
        <source>A folder with one folder for each label</source>
        <translation>Ein Ordner mit einem Ordner je Begriff</translation>
    </message>
    <message>
        <source>Folder or file of pictures</source>
        <translation>Ordner oder Datei mit Bildern</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>D&amp;urchsuchen …</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>Was lernt</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
</context>
<context>
    <name>spikeclip::widgets::ViewPanel</name>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>„%1“ speichern</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The same as numbers</source>
        <translation>Dasselbe in Zahlen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save or copy what is shown</source>
        <translation>Speichern oder kopieren, was gezeigt wird</translation>
    </message>
    <message>
        <source>Save &amp;Picture (PNG)…</source>
        <translation>&amp;Bild speichern (PNG) …</translation>
    </message>
    <message>
        <source>Save &amp;Drawing (SVG)…</source>
        <translation>&amp;Zeichnung speichern (SVG) …</translation>
    </message>
    <message>
        <source>Save &amp;Table (CSV)…</source>
        <translation>&amp;Tabelle speichern (CSV) …</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy D&amp;ata</source>
        <translation>&amp;Daten kopieren</translation>
    </message>
    <message>
        <source>Document (*.json)</source>
        <translation>Dokument (*.json)</translation>
    </message>
    <message>
        <source>Save D&amp;ocument (JSON)…</source>
        <translation>D&amp;okument speichern (JSON) …</translation>
    </message>
</context>
</TS>
