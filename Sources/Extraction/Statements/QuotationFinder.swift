// Pairs quotation marks, paragraph by paragraph, whatever marks the text mixes.

import Model

/// A stretch between quotation marks, with the marks.
struct Quotation {
  /// Tokens, marks included.
  var tokens: Range<Int>
  /// False when the paragraph ends before the closing mark.
  var isClosed: Bool

  /// Tokens between the marks.
  var inner: Range<Int> {
    let end = isClosed ? tokens.upperBound - 1 : tokens.upperBound
    return tokens.lowerBound + 1..<max(tokens.lowerBound + 1, end)
  }
}

/// Finds the outermost quotations of an article.
enum QuotationFinder {
  /// The quotations in order, without overlaps.
  ///
  /// A mark that the tokenizer took for the wrong direction is read by what is open: outside a
  /// quotation every mark opens one, unless it leans on the word before it and nothing follows
  /// closely; inside, it closes. Only paragraphs whose opening and closing marks balance may nest.
  /// A quotation that is still open when its paragraph ends, ends there.
  static func find(in tokens: [Token], marks stops: TokenMarks) -> [Quotation] {
    var quotations: [Quotation] = []
    var marks: [Int] = []
    var start = 0
    var index = -1
    while true {
      index = stops.next(TokenMarks.quote | TokenMarks.paragraph, from: index + 1, to: tokens.count)
      guard index < tokens.count else { break }
      if stops.has(TokenMarks.paragraph, index) {
        if !marks.isEmpty { pair(tokens, marks, start..<index, into: &quotations) }
        marks.removeAll(keepingCapacity: true)
        start = index
      }
      if stops.has(TokenMarks.quote, index) { marks.append(index) }
    }
    if !marks.isEmpty { pair(tokens, marks, start..<tokens.count, into: &quotations) }
    return quotations
  }

  private static func pair(
    _ tokens: [Token], _ marks: [Int], _ paragraph: Range<Int>, into out: inout [Quotation]
  ) {
    let opens = marks.reduce(0) { $0 + (Mark(tokens[$1].kind) == .openQuote ? 1 : 0) }
    let mayNest = opens * 2 == marks.count
    var open: Int?
    var depth = 0
    for index in marks {
      let kind = Mark(tokens[index].kind)
      guard let start = open else {
        if kind == .closeQuote && isStray(tokens, index, paragraph) { continue }
        open = index
        depth = 1
        continue
      }
      if kind == .openQuote {
        if mayNest {
          depth += 1
        } else if leansForward(tokens, index, paragraph) {
          // The mark before it never closed: start anew.
          if index - start > 3 { out.append(Quotation(tokens: start..<index, isClosed: false)) }
          open = index
        } else {
          close(start, index, &open, &out)
        }
        continue
      }
      depth -= 1
      if depth > 0 && mayNest { continue }
      close(start, index, &open, &out)
    }
    if let start = open, paragraph.upperBound - start > 1 {
      out.append(Quotation(tokens: start..<paragraph.upperBound, isClosed: false))
    }
  }

  private static func close(
    _ start: Int, _ index: Int, _ open: inout Int?, _ out: inout [Quotation]
  ) {
    out.append(Quotation(tokens: start..<index + 1, isClosed: true))
    open = nil
  }

  /// A space before and none after.
  private static func leansForward(_ tokens: [Token], _ index: Int, _ bounds: Range<Int>) -> Bool {
    guard index + 1 < bounds.upperBound else { return false }
    return (index == bounds.lowerBound || tokens[index].flags.contains(.spaceBefore))
      && !tokens[index + 1].flags.contains(.spaceBefore)
  }

  /// A closing mark without an opening one: nothing to its right belongs to it.
  private static func isStray(_ tokens: [Token], _ index: Int, _ bounds: Range<Int>) -> Bool {
    guard index > bounds.lowerBound, !tokens[index].flags.contains(.spaceBefore) else {
      return false
    }
    return index + 1 >= bounds.upperBound || tokens[index + 1].flags.contains(.spaceBefore)
      || Mark(tokens[index + 1].kind) != .word
  }
}
