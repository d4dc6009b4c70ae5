<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
    <name>spikeclip::widgets::SpikePanel</name>
    <message>
        <source>No spikes: classify a picture with the spiking network.</source>
        <translation>Keine Spikes: Klassifizieren Sie ein Bild mit dem spikenden Netz.</translation>
    </message>
    <message>
        <source>Spikes as a table (*.csv)</source>
        <translation>Spikes als Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save the Raster</source>
        <translation>Raster speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
    <message>
        <source>of one layer for this picture</source>
        <translation>einer Schicht für dieses Bild</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>&amp;Neurons</source>
        <translation>&amp;Neuronen</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>taking all</source>
        <translation>Vollständigkeit</translation>
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
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The same neurons as numbers</source>
        <translation>Dieselben Neuronen als Zahlen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the raster as a picture, a drawing or a table</source>
        <translation>Das Raster als Bild, Zeichnung oder Tabelle speichern</translation>
    </message>
</context>
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
            <source>&lt;p&gt;Classify photographs with your own words on a spiking neural network, and watch the answer form step by step. Energy is estimated from operation counts, never measured.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes without any warranty. The method is that of the paper &lt;a href="https://arxiv.org/abs/2310.06488"&gt;SpikeCLIP&lt;/a&gt; (arXiv 2310.06488); this program and its model are independent of it.&lt;/p&gt;</source>
            <translation>&lt;p&gt;Fotos mit eigenen Worten einordnen, auf einem gepulsten neuronalen Netz, und zusehen, wie die Antwort Schritt für Schritt entsteht. Die Energie wird aus gezählten Rechenschritten geschätzt, nie gemessen.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später; ohne jede Gewährleistung. Das Verfahren ist das des Aufsatzes &lt;a href="https://arxiv.org/abs/2310.06488"&gt;SpikeCLIP&lt;/a&gt; (arXiv 2310.06488); dieses Programm und sein Modell sind davon unabhängig.&lt;/p&gt;</translation>
        </message>
        <message>
            <source>The model in use</source>
            <translation>Das verwendete Modell</translation>
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
            <translation>Der Speicher reichte nicht (%1): Schließen Sie andere Programme oder nehmen Sie kleinere Stapel.</translation>
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
        <name>spikeclip::explorer::MainWindow</name>
    <message>
        <source>Spi&amp;kes…</source>
        <translation>Spi&amp;kes…</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Spikes</translation>
    </message>
        <message>
            <source>Open a picture</source>
            <translation>Ein Bild öffnen</translation>
        </message>
        <message>
            <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;All files (*)</source>
            <translation>Bilder (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;Alle Dateien (*)</translation>
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
        <message>
            <source>The ANN twin has no spikes.</source>
            <translation>Der ANN-Zwilling hat keine Pulse.</translation>
        </message>
        <message>
            <source>mean %1 / neuron / step</source>
            <translation>Mittel %1 / Neuron / Schritt</translation>
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
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
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
        <name>spikeclip::widgets::ColourBar</name>
        <message>
            <source>%1: 0 to %2</source>
            <comment>what colours mean, end of the scale</comment>
            <translation>%1: 0 bis %2</translation>
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
        <name>spikeclip::widgets::RateChart</name>
        <message>
            <source>stage %1</source>
            <translation>Stufe %1</translation>
        </message>
        <message>
            <source>No firing rates yet</source>
            <translation>Noch keine Feuerraten</translation>
        </message>
        <message numerus="yes">
            <source>%n layer(s). Mean %1 spikes per neuron and step; least %2 in %3, most %4 in %5.</source>
            <translation>
                <numerusform>%n Schicht. Im Mittel %1 Pulse je Neuron und Schritt; am wenigsten %2 in %3, am meisten %4 in %5.</numerusform>
                <numerusform>%n Schichten. Im Mittel %1 Pulse je Neuron und Schritt; am wenigsten %2 in %3, am meisten %4 in %5.</numerusform>
            </translation>
        </message>
        <message>
            <source>Stem</source>
            <translation>Stamm</translation>
        </message>
        <message>
            <source>Block %1</source>
            <translation>Block %1</translation>
        </message>
        <message>
            <source>Firing rate per layer</source>
            <translation>Feuerrate je Schicht</translation>
        </message>
        <message>
            <source>%1
%2 neurons, %3 spikes per neuron and step</source>
            <translation>%1
%2 Neuronen, %3 Pulse je Neuron und Schritt</translation>
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
            <translation>Zeit der Synapsen, die diese Neuronen speisen, in diesem Durchlauf aller Schritte auf diesem Rechner; weniger Pulse, weniger Zeit.</translation>
        </message>
        <message>
            <source>The picture's numbers are no spikes; this layer runs once for all steps.</source>
            <translation>Die Zahlen des Bildes sind keine Pulse; diese Schicht läuft einmal für alle Schritte.</translation>
        </message>
        <message>
            <source>The synapses these neurons feed are timed together with another layer's.</source>
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
            <source>Back to the model's own scale, %1</source>
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
            <source>Back to the model's own scale</source>
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
            <comment>a layer's module path, event-driven or dense, and its figures</comment>
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
</TS>
