// The rules of the energy estimate in the settings file.

#include "app/session/energy_settings.h"
#include "app/session/settings.h"

#include <QtTest>

using namespace spikeclip;
using session::rulesFromSetting;
using session::Setting;
using session::Settings;
using session::toSetting;

class EnergySettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChoiceComesBack()
    {
        const energy::Rules other{.preset = energy::int8,
                                  .firstConvolutionEveryStep = false,
                                  .attentionProducts = false,
                                  .neuronUpdates = true,
                                  .foldedNormalisation = false,
                                  .readout = false,
                                  .text = true,
                                  .picturesPerLabels = 12345,
                                  .memory = energy::sram8k,
                                  .weightReads = energy::WeightReads::OncePerStep,
                                  .weightBits = 4};
        QVERIFY(rulesFromSetting(toSetting(other)) == other);
        QVERIFY(rulesFromSetting(toSetting({})) == energy::Rules());
        for (const auto& preset : energy::presets()) {
            const energy::Rules rules{.preset = preset};
            QVERIFY(rulesFromSetting(toSetting(rules)) == rules);
        }
        for (const auto& memory : energy::memories()) {
            const energy::Rules rules{.memory = memory};
            QVERIFY(rulesFromSetting(toSetting(rules)) == rules);
        }
        const energy::Rules own{.preset = {energy::customPreset, 3.125, 0.1, 32}};
        QVERIFY(rulesFromSetting(toSetting(own)) == own);
    }

    void theyPassThroughTheSettingsFile()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("settings.ini"));
        const energy::Rules rules{.preset = energy::older, .neuronUpdates = true, .picturesPerLabels = 7};
        {
            Settings settings(file);
            QVERIFY(rulesFromSetting(settings.value<QString>(Setting::EnergyRules)) == energy::Rules());
            settings.setValue(Setting::EnergyRules, toSetting(rules));
            QVERIFY(settings.save());
        }
        QVERIFY(rulesFromSetting(Settings(file).value<QString>(Setting::EnergyRules)) == rules);
    }

    void whatIsBrokenReadsAsTheDefault_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << QStringLiteral("{\"text\": tr");
        QTest::newRow("a list") << QStringLiteral("[1, 2]");
        QTest::newRow("an empty object") << QStringLiteral("{}");
        QTest::newRow("wrong types") << QStringLiteral("{\"preset\": 3, \"text\": \"yes\", \"readout\": 0, \"memory\": [], \"weight_bits\": \"8\"}");
        QTest::newRow("unknown names") << QStringLiteral("{\"preset\": \"3 nm\", \"memory\": \"DRAM\", \"weight_reads\": \"never\", \"more\": 1}");
        QTest::newRow("impossible numbers") << QStringLiteral("{\"pictures_per_labels\": 0, \"weight_bits\": 65}");
        QTest::newRow("absurd numbers") << QStringLiteral("{\"pictures_per_labels\": 1e30, \"weight_bits\": -1e30}");
        QTest::newRow("custom without constants") << QStringLiteral("{\"preset\": \"custom\", \"mac_pj\": 1}");
        QTest::newRow("custom with impossible constants") << QStringLiteral("{\"preset\": \"custom\", \"mac_pj\": -1, \"ac_pj\": 1e300}");
    }
    void whatIsBrokenReadsAsTheDefault()
    {
        QFETCH(QString, text);
        const auto rules = rulesFromSetting(text);
        energy::check(rules);
        QVERIFY(rules == energy::Rules());
    }

    void whatIsUnderstoodIsKeptBesideWhatIsNot()
    {
        const auto rules = rulesFromSetting(QStringLiteral("{\"preset\": \"45 nm INT8\", \"memory\": \"DRAM\", \"readout\": false}"));
        QVERIFY(rules.preset == energy::int8);
        QCOMPARE(rules.weightBits, 8); // the preset's
        QVERIFY(!rules.readout);
        QVERIFY(rules.memory == energy::sram1m);
    }
};

QTEST_APPLESS_MAIN(EnergySettingsTest)
#include "energy_settings_test.moc"
