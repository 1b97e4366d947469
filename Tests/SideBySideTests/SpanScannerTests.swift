import LintCore
import Markdown
import TestSupport
import Testing

@testable import SideBySide

/// What the reader made of a text, on a few lines that a person can check.
private func dump(_ text: String) -> String {
  let document = SideBySideMarkdown().read(Array(text.utf8), Page())
  guard let detail = document.markdown?.own as? SideBySideDetail else { return "no detail" }
  var lines: [String] = []
  for index in document.records.indices {
    let segment = document.segment(index)
    let id = document.text(detail.pairs[index].id.range).string
    let other = document.text(detail.pairs[index].sourceID.range).string
    lines.append(
      "\(id == other ? id : "\(id)/\(other)") «\(segment.target.string)» «\(segment.source.string)»"
    )
  }
  for found in detail.irregularities {
    lines.append(
      "\(found.kind) «\(document.text(found.range).string)»\(found.isOnEscapedLine ? " explained" : "")"
    )
  }
  return lines.joined(separator: "\n")
}

private func pair(_ id: String, _ target: String, _ source: String) -> String {
  "<span data-ttu-id=\"\(id)\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">\(source)</span></span>"
}

private let a = pair("7e0c1-103", "Apri.", "Open.")
private let b = pair("7e0c1-104", "Chiudi.", "Close.")
private let readA = "7e0c1-103 «Apri.» «Open.»"
private let readB = "7e0c1-104 «Chiudi.» «Close.»"

@Suite struct SpanScannerTests {
  @Test(arguments: [
    ReaderCase("two sentences", a + " " + b, readA + "\n" + readB),
    ReaderCase("no final line end, after a BOM", "\u{FEFF}# \(a)", readA),
    ReaderCase("CR LF", "# \(a)\r\n\r\n\(b)\r\n", readA + "\n" + readB),
    ReaderCase("a table", "| \(a) | \(b) |", readA + "\n" + readB),
    ReaderCase("inside a link and a quote", "> - [\(a)](a.md)", readA),
    ReaderCase("in what seems a fence", "```\n\(a)\n", readA),
    ReaderCase(
      "whole paragraphs", pair("7e0c1-p101", "A.", "B."), "7e0c1-p101 «A.» «B.»"),
    ReaderCase("empty halves", pair("7e0c1-103", "", ""), "7e0c1-103 «» «»"),
    ReaderCase(
      "a span in both halves",
      pair("7e0c1-103", "<span id=\"x\"></span>A", "<span id=\"x\"></span>B"),
      "7e0c1-103 «<span id=\"x\"></span>A» «<span id=\"x\"></span>B»"),
    ReaderCase(
      "an icon at the end of the source",
      pair("7e0c1-103", "A <span class=\"i\"></span>", "B <span class=\"i\"></span>") + b,
      "7e0c1-103 «A <span class=\"i\"></span>» «B <span class=\"i\"></span>»\n" + readB),
    ReaderCase(
      "a literal span in code", pair("7e0c1-103", "`<span>`", "`<span>`") + b,
      "7e0c1-103 «`<span>`» «`<span>`»\n" + readB),
    ReaderCase(
      "a literal span after a backslash", pair("7e0c1-103", "\\<span>", "\\<span>") + b,
      "7e0c1-103 «\\<span>» «\\<span>»\n" + readB),
    ReaderCase(
      "a stray end in the source", pair("7e0c1-103", "A", "B</span> C") + b,
      "7e0c1-103 «A» «B</span> C»\n" + readB),
    ReaderCase(
      "several lines in a half", pair("7e0c1-103", "A  \nB", "C  \nD"),
      "7e0c1-103 «A  \nB» «C  \nD»"),
    ReaderCase(
      "halves with different IDs",
      "<span data-ttu-id=\"7e0c1-103\">A</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-109\">B</span></span>",
      "7e0c1-103/7e0c1-109 «A» «B»"),
    ReaderCase("none", "Just <span class=\"x\">text</span>.", ""),
    ReaderCase("an empty file", "", ""),
  ])
  func `Pairs are read`(_ test: ReaderCase) {
    #expect(dump(test.text) == test.expected)
  }

  @Test(arguments: [
    ReaderCase(
      "no source half", "<span data-ttu-id=\"7e0c1-103\">Apri.</span> \(b)",
      readB + "\ntargetWithoutSource «<span data-ttu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "no target half",
      "<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.</span></span> \(b)",
      readB + "\nsourceWithoutTarget «<span data-stu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "the target is not closed",
      "<span data-ttu-id=\"7e0c1-103\">Apri.<span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.</span></span> \(b)",
      readA + "\n" + readB + "\nunclosedHalf «<span data-ttu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "the source is closed once",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.</span> \(b)",
      readA + "\n" + readB + "\nunclosedHalf «<span data-stu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "the source is not closed",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.\n\n\(b)",
      readA + "\n" + readB + "\nunclosedHalf «<span data-stu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "the file ends in the target", "\(a)\n<span data-ttu-id=\"7e0c1-104\">Chiu",
      readA + "\nunclosedHalf «<span data-ttu-id=\"7e0c1-104\">»"),
    ReaderCase(
      "the file ends in the source",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.",
      readA + "\nunclosedHalf «<span data-stu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "text between the halves",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span> o <span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.</span></span>",
      readA + "\ntextBetweenHalves « o »"),
    ReaderCase(
      "white space between the halves",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span>\n<span class=\"sxs-lookup\"> <span data-stu-id=\"7e0c1-103\">Open.</span></span>",
      readA),
    ReaderCase(
      "the span that hides the source is gone",
      "<span data-ttu-id=\"7e0c1-103\">Apri.</span><span data-stu-id=\"7e0c1-103\">Open.</span></span> \(b)",
      readA + "\n" + readB + "\nmissingWrapper «<span data-stu-id=\"7e0c1-103\">»"),
    ReaderCase(
      "a quote is missing",
      "<span data-ttu-id=\"7e0c1-103>Apri.</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-103\">Open.</span></span>",
      readA + "\nbrokenTag «<span data-ttu-id=\"7e0c1-103>»"),
    ReaderCase(
      "single quotes",
      "<span data-ttu-id='7e0c1-103'>Apri.</span><span class=\"sxs-lookup\"><span data-stu-id='7e0c1-103'>Open.</span></span>",
      readA
        + "\nbrokenTag «<span data-ttu-id='7e0c1-103'>»\nbrokenTag «<span data-stu-id='7e0c1-103'>»"
    ),
    ReaderCase(
      "a line whose quotes were escaped",
      "<span data-ttu-id=\"7e0c1-103&quot;>A</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;7e0c1-103&quot;>B</span></span> <span data-ttu-id=&quot;7e0c1-104&quot;>C</span><span class=\"sxs-lookup\"><span data-stu-id=\"7e0c1-104\">D</span></span>\n\(pair("7e0c1-105", "E", "F"))",
      """
      7e0c1-105 «E» «F»
      escapedMarkup «<span data-ttu-id="7e0c1-103&quot;>»
      sourceWithoutTarget «<span data-stu-id="7e0c1-104">» explained
      """),
  ])
  func `What is no pair is told`(_ test: ReaderCase) {
    #expect(dump(test.text) == test.expected)
  }
}
