#pragma once

#include "core/energy/rules.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace spikeclip::widgets {

/// Every choice on which papers about energy differ, as a switch. Tool tips say in a sentence what each does, and where it comes from.
class EnergyRulesForm : public QWidget
{
    Q_OBJECT
public:
    explicit EnergyRulesForm(QWidget* parent = nullptr);

    const energy::Rules& rules() const { return m_rules; }
    void setRules(const energy::Rules& rules); ///< says nothing
    void retranslate();

Q_SIGNALS:
    void changed(); ///< by the reader

private:
    void build();
    void explain();
    void show();
    void onPreset(int index);
    template <typename Change>
    void change(Change&& change); ///< of the rules, by the reader

    energy::Rules m_rules;
    QLabel* m_presetLabel;
    QComboBox* m_preset;
    QLabel* m_constantsLabel;
    QDoubleSpinBox* m_mac;
    QDoubleSpinBox* m_ac;
    QLabel* m_bitsLabel;
    QSpinBox* m_bits;
    QLabel* m_firstLabel;
    QComboBox* m_first;
    QLabel* m_memoryLabel;
    QComboBox* m_memory;
    QLabel* m_readsLabel;
    QComboBox* m_reads;
    QCheckBox* m_attention;
    QCheckBox* m_neurons;
    QCheckBox* m_folded;
    QCheckBox* m_readout;
    QCheckBox* m_text;
    QLabel* m_picturesLabel;
    QSpinBox* m_pictures;
    QPushButton* m_reset;
};

}
