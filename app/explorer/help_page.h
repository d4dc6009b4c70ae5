#pragma once

#include <QString>

class QWidget;

namespace spikeclip::explorer {

/// Shows a page of help in a window of its own, which does not keep its parent from being used: the page asks the reader to try things there.
///
/// `page` names resources/help/PAGE_LANGUAGE.html; a language without a page of its own reads English.
void showHelpPage(const QString& page, const QString& title, QWidget* parent);

/// The page as rich text, in the language of the moment.
QString helpPage(const QString& page);

}
