// News agencies whose names stand in datelines without parentheses.

import Model

/// Agencies that a dateline may name after a comma: Damascus, SANA -.
///
/// A closed list, because a capitalized word after a comma is more often a country.
enum Agencies {
  static let names = WordSet(
    """
    afp ap tass itar reuters upi xinhua interfax ria sana irna isna fars tasnim mehr anadolu dpa efe
    ansa pti ani ians kyodo yonhap kcna bna kuna wam qna spa mena wafa nna dha ntb belta ukrinform
    unian bernama antara vna panapress reuter
    """)
}
