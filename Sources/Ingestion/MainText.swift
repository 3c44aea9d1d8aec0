// Finds the article's body among a page's blocks, by where its sentences lie together.

/// The body of an article on a page.
///
/// Sentences weigh: blocks that are long enough to be prose and hardly linked. Going down from the
/// outermost box, the one box that holds most of their weight is entered, until the weight spreads
/// over boxes of one kind or lies in the box itself. What stands there in reading order is the
/// article, without furniture.
struct MainText {
  private let blocks: [HTMLBlock]
  private let boxes: [HTMLBox]
  /// For each box: weight of the prose in it and in its boxes.
  private var weight: [Int]
  /// For each box: weight of prose that lies in it directly, or in a paragraph that does.
  private var own: [Int]
  private var isBoilerplate: [Bool]

  /// Shortest prose, in bytes.
  private static let proseBytes = 60
  /// Shortest article where the page marks one, in bytes.
  private static let briefBytes = 60
  /// Shortest article elsewhere, in bytes.
  private static let articleBytes = 140

  init(_ page: HTMLBlocks) {
    blocks = page.blocks
    boxes = page.boxes
    weight = [Int](repeating: 0, count: page.boxes.count)
    own = weight
    isBoilerplate = [Bool](repeating: false, count: page.boxes.count)
    judgeNames()
    weigh()
  }

  /// The paragraphs of the body, with blank lines between; empty when the page has no article.
  func text() -> [UInt8] {
    guard !boxes.isEmpty else { return [] }
    let marked = semanticRoot()
    let root = enter(marked)
    var kept: [HTMLBlock] = []
    var seen: Set<[UInt8]> = []
    for block in blocks where lies(block.box, in: root) && !isBoilerplate[block.box] {
      guard isText(block) else { continue }
      // Pull quotes and teasers say again what was said.
      if block.text.count >= 40, !seen.insert(block.text).inserted { continue }
      // A heading whose section is empty heads nothing.
      if block.kind == .heading, kept.last?.kind == .heading { kept.removeLast() }
      kept.append(block)
    }
    if kept.last?.kind == .heading { kept.removeLast() }
    while kept.first?.kind == .heading { kept.removeFirst() }
    guard isArticle(kept, isMarked: marked > 0) else { return [] }
    return Array(kept.map(\.text).joined(separator: [0x0a, 0x0a]))
  }

  // MARK: - Weight

  private func isProse(_ block: HTMLBlock) -> Bool {
    block.text.count >= Self.proseBytes && block.linkBytes * 3 < block.text.count
      && block.kind != .heading && !HTMLNames.isPhrase(block.text)
  }

  /// Boxes inside those whose names speak against them; but names do not speak against nearly all of
  /// a page's prose: then they are those of a frame around everything.
  private mutating func judgeNames() {
    var prose = [Int](repeating: 0, count: boxes.count)
    for block in blocks where isProse(block) { prose[block.box] += block.text.count }
    for box in boxes.indices.reversed() where boxes[box].parent >= 0 {
      prose[boxes[box].parent] += prose[box]
    }
    let total = prose.first ?? 0
    for (index, box) in boxes.enumerated() {
      let inherited = box.parent >= 0 && isBoilerplate[box.parent]
      let rest = total - prose[index]
      let isFrame = prose[index] > 0 && rest < max(Self.articleBytes, prose[index] / 10)
      isBoilerplate[index] = inherited || (box.isBoilerplate && !isFrame)
    }
  }

  private mutating func weigh() {
    for block in blocks where isProse(block) && !isBoilerplate[block.box] {
      weight[block.box] += block.text.count
      // A paragraph is a box of its own; it lies in the one around it.
      let isParagraph = block.kind == .paragraph && boxes[block.box].tag == "p"
      let box = isParagraph ? max(0, boxes[block.box].parent) : block.box
      own[box] += block.text.count
    }
    for box in boxes.indices.reversed() where boxes[box].parent >= 0 {
      weight[boxes[box].parent] += weight[box]
    }
  }

  // MARK: - Boxes

  /// The box that the page itself marks as its article, if most of the prose lies in it.
  private func semanticRoot() -> Int {
    let total = weight[0]
    func best(_ share: Int, _ isRoot: (HTMLBox) -> Bool) -> Int? {
      let found = boxes.indices.filter { isRoot(boxes[$0]) && !isBoilerplate[$0] }
      guard let box = found.max(by: { weight[$0] < weight[$1] }) else { return nil }
      return weight[box] > 0 && weight[box] * 100 >= total * share ? box : nil
    }
    return best(40) { $0.isBody } ?? best(40) { $0.tag == "article" } ?? best(50) {
      $0.tag == "main"
    } ?? 0
  }

  /// Goes down to the box in which the prose lies side by side.
  private func enter(_ start: Int) -> Int {
    var children = [[Int]](repeating: [], count: boxes.count)
    for box in boxes.indices where boxes[box].parent >= 0 && weight[box] > 0 {
      children[boxes[box].parent].append(box)
    }
    var box = start
    while let child = children[box].max(by: { weight[$0] < weight[$1] }) {
      let isParagraph = boxes[child].tag == "p" || boxes[child].tag == "li"
      // Outside of what the page marks, stray sentences stand beside the article.
      let isAlone = own[box] == 0 || (start == 0 && own[box] * 8 < weight[box])
      let hasTwin = children[box].contains {
        $0 != child && boxes[$0].signature == boxes[child].signature
          && weight[$0] * 12 >= weight[child]
      }
      guard !isParagraph, isAlone, !hasTwin, weight[child] * 10 >= weight[box] * 6 else { break }
      box = child
    }
    return box
  }

  private func lies(_ box: Int, in root: Int) -> Bool {
    var box = box
    while box > root { box = boxes[box].parent }
    return box == root
  }

  // MARK: - Blocks

  /// Whether a block inside the body belongs to its text.
  private func isText(_ block: HTMLBlock) -> Bool {
    if HTMLNames.isPhrase(block.text) { return false }
    if block.linkBytes > 0 && HTMLNames.isCall(block.text) { return false }
    let isLinked = block.linkBytes * 2 > block.text.count
    switch block.kind {
    case .paragraph:
      if isLinked { return block.text.count >= 100 && block.linkBytes * 10 < block.text.count * 9 }
      return block.text.count >= 40 || HTMLNames.endsSentence(block.text)
    case .heading: return !isLinked && boxes[block.box].tag != "h1"
    case .item: return !isLinked && block.text.contains(0x20)
    case .loose:
      return !isLinked && HTMLNames.endsSentence(block.text)
        && (block.text.count >= 40 || block.text.contains(0x22))
    }
  }

  /// Whether blocks are an article: a few sentences at least, not a list of teasers; where the page
  /// marks its article, a brief or a table of results will do.
  private func isArticle(_ kept: [HTMLBlock], isMarked: Bool) -> Bool {
    let bytes = kept.reduce(0) { $0 + $1.text.count }
    let links = kept.reduce(0) { $0 + $1.linkBytes }
    let sentences = kept.contains { $0.text.count >= 40 && HTMLNames.hasSentence($0.text) }
    if links * 2 >= bytes { return false }
    return isMarked ? bytes >= Self.briefBytes : bytes >= Self.articleBytes && sentences
  }
}
