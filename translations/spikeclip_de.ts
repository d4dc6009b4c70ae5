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
    <message>
        <source>Arrangement of the panels for a start: simple or full.</source>
        <translation>Anordnung der Bereiche für den Anfang: simple oder full.</translation>
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
        <source>Answer</source>
        <translation>Antwort</translation>
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
        <source>&lt;p&gt;Type any words, parted by commas or lines: the model was not trained on a fixed list. Each is put into a sentence (&lt;i&gt;Templates&lt;/i&gt;) and becomes a vector through the spiking text encoder. Words that the model&apos;s table lacks are named below; they do not count.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Geben Sie beliebige Wörter ein, getrennt durch Kommas oder Zeilen: Das Modell wurde nicht auf eine feste Liste trainiert. Jeder Begriff wird in einen Satz eingesetzt (&lt;i&gt;Vorlagen&lt;/i&gt;) und wird durch den gepulsten Text-Encoder zu einem Vektor. Wörter, die in der Tabelle des Modells fehlen, sind unten genannt; sie zählen nicht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;How close the picture&apos;s vector is to that of each label: the &lt;b&gt;cosine&lt;/b&gt;, from −1 to 1. The &lt;b&gt;softmax&lt;/b&gt; of scale times cosine adds up to 100 % over the labels that stand here; it is no probability of being right. The answer is always one of the labels, even if none fits.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Wie nah der Vektor des Bildes dem jedes Begriffs ist: der &lt;b&gt;Kosinus&lt;/b&gt;, von −1 bis 1. Der &lt;b&gt;Softmax&lt;/b&gt; von Faktor mal Kosinus ergibt über die hier stehenden Begriffe zusammen 100 %; er sagt nicht, wie wahrscheinlich die Antwort stimmt. Die Antwort ist immer einer der Begriffe, auch wenn keiner passt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;A spiking network answers after every time step. One pass gives the exact answer for every number of steps, because a step looks only back: moving the slider computes nothing. A triangle marks each step from which another label leads. Left, Right, Home, End; Space plays.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein gepulstes Netz antwortet nach jedem Zeitschritt. Ein Durchlauf gibt die genaue Antwort für jede Zahl von Schritten, weil ein Schritt nur zurückblickt: Den Regler zu bewegen berechnet nichts. Ein Dreieck bezeichnet jeden Schritt, ab dem ein anderer Begriff führt. Links, Rechts, Pos1, Ende; die Leertaste spielt ab.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;An &lt;b&gt;estimate&lt;/b&gt;: the operations of this picture, counted exactly, times published picojoules for one technology. Hover over the bars to read every rule by which they were counted. A computer like this one does not get cheaper by it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine &lt;b&gt;Schätzung&lt;/b&gt;: die genau gezählten Rechenschritte dieses Bildes mal veröffentlichte Pikojoule für eine Technologie. Halten Sie den Mauszeiger über die Balken, um jede Regel zu lesen, nach der sie gezählt wurden. Ein Rechner wie dieser wird dadurch nicht sparsamer.&lt;/p&gt;</translation>
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
    <name>spikeclip::widgets::ColourBar</name>
    <message>
        <source>%1: 0 to %2</source>
        <comment>what colours mean, end of the scale</comment>
        <translation>%1: 0 bis %2</translation>
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
</context>
</TS>
