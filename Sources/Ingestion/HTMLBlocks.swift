// A page's text as blocks, each in its box: what the finder of the article's body looks at.

/// A run of text without a break: a paragraph, a heading, the text of a cell.
struct HTMLBlock {
  enum Kind {
    case paragraph, heading, item, loose
  }

  var kind: Kind
  /// White space collapsed; line breaks kept.
  var text: [UInt8]
  /// Bytes of ``text`` that are inside links.
  var linkBytes: Int
  /// Index of the innermost box around it.
  var box: Int
}

/// An element that other blocks or boxes lie in.
struct HTMLBox {
  /// Index of the box around it; -1 at the root.
  var parent: Int
  var tag: String
  /// Stands for the tag and the classes: boxes of one kind on a page have the same.
  var signature: Int
  /// Its names say that it is no part of an article.
  var isBoilerplate: Bool
  /// It is marked as the article's body.
  var isBody: Bool
}

/// Cuts a page into blocks and boxes; what cannot be seen or is no text is left out.
struct HTMLBlocks {
  private(set) var blocks: [HTMLBlock] = []
  private(set) var boxes: [HTMLBox] = []

  private var run: [UInt8] = []
  private var runLinks = 0
  private var hasSpace = false
  /// The link, caption or hidden part that the walk is inside of.
  private var links = 0

  /// Blocks and boxes of one page, beyond which nothing is looked at.
  private static let maxCount = 100_000

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "video",
    "audio", "canvas", "map", "button", "input", "select", "textarea", "label", "option", "nav",
    "footer", "aside", "figure", "figcaption", "picture", "head", "dialog", "menu", "applet",
    "frameset", "amp-ad", "amp-img", "gu-island", "caption",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr",
  ]
  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert",
    "alertdialog", "menu", "menubar", "toolbar", "tablist",
  ]

  init(_ root: HTMLTree.Node) {
    walk(root, box: open(root, "html", in: -1), kind: .loose)
    flush(box: 0, kind: .loose)
  }

  // MARK: - Walking

  /// As deep as the tree, which the parser limits.
  private mutating func walk(_ node: HTMLTree.Node, box: Int, kind: HTMLBlock.Kind) {
    var next = node.firstChild
    while let child = next {
      next = child.next
      if let text = child.text {
        add(text)
      } else if let name = child.name, !Self.skipped.contains(name), !Self.isHidden(child) {
        enter(child, name, box: box, kind: kind)
      }
    }
  }

  private mutating func enter(
    _ node: HTMLTree.Node, _ name: String, box: Int, kind: HTMLBlock.Kind
  ) {
    if name == "br" {
      breakLine(box: box, kind: kind)
    } else if Self.inline.contains(name) {
      // Captions and labels for screen readers come as spans, too.
      if name == "span" || name == "small" || name == "div", HTMLNames.ofBoilerplate(node, true) {
        return
      }
      if name == "a" { links += 1 }
      walk(node, box: box, kind: kind)
      if name == "a" { links -= 1 }
    } else {
      flush(box: box, kind: kind)
      guard boxes.count < Self.maxCount, blocks.count < Self.maxCount else { return }
      let inner: HTMLBlock.Kind
      switch name {
      case "p", "pre": inner = .paragraph
      case "h1", "h2", "h3", "h4", "h5", "h6": inner = .heading
      case "li", "dd", "dt": inner = .item
      default: inner = .loose
      }
      let box = open(node, name, in: box)
      walk(node, box: box, kind: inner)
      flush(box: box, kind: inner)
    }
  }

  private mutating func open(_ node: HTMLTree.Node, _ name: String, in parent: Int) -> Int {
    let names = (node.attribute("class") ?? []) + [0x20] + (node.attribute("itemprop") ?? [])
    var hasher = Hasher()
    hasher.combine(name)
    hasher.combine(names)
    let isOuter = ["html", "body", "main", "article"].contains(name)
    let property = node.attribute("itemprop") ?? []
    boxes.append(
      HTMLBox(
        parent: parent, tag: name, signature: hasher.finalize(),
        isBoilerplate: !isOuter && HTMLNames.ofBoilerplate(node, false),
        isBody: property.elementsEqual("articleBody".utf8)))
    return boxes.count - 1
  }

  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attribute("hidden") != nil { return true }
    if let value = node.attribute("aria-hidden"), value.elementsEqual("true".utf8) { return true }
    if let role = node.attribute("role"), roles.contains(String(decoding: role, as: UTF8.self)) {
      return true
    }
    guard let style = node.attribute("style") else { return false }
    let plain = lowercased(style.filter { !isSpace($0) })
    return ["display:none", "visibility:hidden"].contains { words in
      plain.indices.contains { plain[$0...].starts(with: words.utf8) }
    }
  }

  // MARK: - Text

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if isSpace(byte) {
        hasSpace = true
        continue
      }
      if hasSpace {
        hasSpace = false
        if let last = run.last, last != 0x0a { run.append(0x20) }
      }
      run.append(byte)
      if links > 0 { runLinks += 1 }
    }
  }

  /// One break is a line's end, two are a paragraph's.
  private mutating func breakLine(box: Int, kind: HTMLBlock.Kind) {
    hasSpace = false
    if run.last == 0x0a {
      flush(box: box, kind: kind == .loose ? .paragraph : kind)
    } else if !run.isEmpty {
      run.append(0x0a)
    }
  }

  private mutating func flush(box: Int, kind: HTMLBlock.Kind) {
    while let last = run.last, isSpace(last) { run.removeLast() }
    if !run.isEmpty && blocks.count < Self.maxCount {
      blocks.append(HTMLBlock(kind: kind, text: run, linkBytes: runLinks, box: box))
    }
    run.removeAll(keepingCapacity: true)
    runLinks = 0
    hasSpace = false
  }
}
