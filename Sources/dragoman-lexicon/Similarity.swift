// Tells whether two spellings may be the same name in another transliteration.

/// How many letters must change to turn one text into the other, up to a limit.
func editDistance(_ left: String, _ right: String, limit: Int = .max) -> Int {
  let first = Array(left.utf8)
  let second = Array(right.utf8)
  if abs(first.count - second.count) > limit { return limit + 1 }
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var previous = Array(0...second.count)
  for row in 1...first.count {
    var current = [row]
    for column in 1...second.count {
      let change = first[row - 1] == second[column - 1] ? 0 : 1
      current.append(
        min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change))
    }
    previous = current
  }
  return previous[second.count]
}

/// Groups of letters that transliterations exchange, each written as its first letter.
private let exchanged: [(String, String)] = [
  ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("kh", "h"), ("gh", "g"), ("dj", "j"), ("dh", "d"),
  ("th", "t"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("zh", "j"), ("ck", "k"), ("ou", "u"),
  ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("iy", "i"),
  ("qu", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("e", "i"),
  ("o", "u"), ("z", "s"), ("g", "k"),
]

/// A coarse sound key: transliteration groups united, doubled letters single, no apostrophes.
func soundKey(_ text: String) -> String {
  var sound = key(text).split(separator: " ").filter { !articles.contains(String($0)) }.joined()
  for (from, to) in exchanged where sound.contains(from) {
    sound = sound.replacing(from, with: to)
  }
  var previous: Character?
  return String(
    sound.filter { letter in
      defer { previous = letter }
      return letter != previous
    })
}

/// The consonants of the sound key, with a leading vowel kept as one mark.
func skeleton(_ text: String) -> String {
  let sound = soundKey(text)
  let vowels: Set<Character> = ["a", "i", "u", "h"]
  let starts = sound.first.map { vowels.contains($0) } ?? false
  return (starts ? "a" : "") + sound.filter { !vowels.contains($0) }
}

/// Articles that stand before Arabic names, assimilated or not.
let articles: Set<String> = [
  "al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es", "esh",
  "et", "ez", "ul", "ud", "ur",
]

/// Whether two single names may be spellings of one.
func isSimilarName(_ left: String, _ right: String) -> Bool {
  let first = key(left)
  let second = key(right)
  if first == second { return true }
  let shorter = min(first.count, second.count)
  guard shorter >= 3 else { return false }
  if soundKey(left) == soundKey(right) { return true }
  let sameSkeleton = skeleton(left) == skeleton(right) && skeleton(left).count >= 2
  if sameSkeleton && editDistance(first, second) <= 3 { return true }
  guard first.first == second.first || skeleton(left).first == skeleton(right).first else {
    return false
  }
  return editDistance(first, second, limit: 2) <= (shorter >= 6 ? 2 : shorter >= 4 ? 1 : 0)
}
