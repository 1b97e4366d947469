import Foundation
import TestSupport
import Testing

@Suite struct MessageSamplesTests {
  @Test func `The samples of messages have the faults of their table, and no others`() throws {
    let table = try Checkout.text(of: "Samples.messages/README.md").split(separator: "\n")
      .compactMap { line -> String? in
        let cells = line.split(separator: "|").map {
          $0.filter { !" `".contains($0) }
        }
        return cells.count == 4 && cells[0].hasSuffix(".po")
          ? "Samples.messages/\(cells[0]):\(cells[1]) \(cells[2])" : nil
      }
    let outcome = try Executable.run(["--no-config", "Samples.messages"], in: Checkout.root)
    let found = outcome.output.matches(of: /(?m)^(Samples[^:\n]*):(\d+):.*\[([a-z-]+)\]$/).map {
      "\($0.1):\($0.2) \($0.3)"
    }
    #expect(found.sorted() == table.sorted())
  }

  @Test(arguments: ["README.md", "docs/messages.md"])
  func `A page on messages shows what loclint says of them`(_ path: String) throws {
    let page = try Checkout.text(of: path)
    let start = try #require(page.range(of: "$ loclint Samples.messages\n")).upperBound
    let end = try #require(page[start...].range(of: "```")).lowerBound
    let outcome = try Executable.run(["--no-config", "Samples.messages"], in: Checkout.root)
    #expect(outcome.output.contains(page[start..<end]))
  }

  /// Two locales, each state, a context, a plural with a form that is not there yet, and an obsolete entry.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "po/it.po",
      """
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      msgid "Lid"
      msgstr "Coperchio"

      msgid "OK"
      msgstr "OK"

      #, fuzzy
      msgid "Hive"
      msgstr "Arnia?"

      msgid "Bee"
      msgstr ""

      msgid "Frame"
      msgid_plural "Frames"
      msgstr[0] "Telaio"
      msgstr[1] ""

      #~ msgid "Old"
      #~ msgstr "Vecchio"

      """)
    try folder.write("po/de.po", "msgid \"Lid\"\nmsgstr \"Deckel\"\n")
    try folder.write("po/hive.pot", "msgid \"Lid\"\nmsgstr \"\"\n")
    return folder
  }

  @Test func `How far messages are translated stands in every report`() throws {
    let folder = try folder()
    func run(_ words: String...) throws -> String {
      try Executable.run(words + ["po"], in: folder.path).output
    }
    let text = try run("--statistics")
    #expect(
      text.contains(
        """
        Messages: 4 translated, 1 fuzzy, 2 untranslated; 1 says the same as its source; open in it 3.
        Read 3 documents with 4 segments
        """))
    #expect(
      text.contains(
        """
        Messages by locale:
          locale    share  translated  fuzzy  untranslated  identical
          de      100.0 %           1      0             0          0
          it       50.0 %           3      1             2          1

        Messages by file, those with most to do:
          file       share  translated  fuzzy  untranslated  identical
          po/it.po  50.0 %           3      1             2          1

        """))
    let pages = try run("--format=csv-pages").split(separator: "\r\n").suffix(3)
    #expect(
      pages.count == 3
        && zip(pages, [#""1","0","0","0""#, #""","","","""#, #""3","1","2","1""#]).allSatisfy {
          $0.hasSuffix(",\($1)")
        }, "\(pages)")
    let json = try run("--format=jsonl")
    #expect(
      json.contains(
        #""segments":4,"messages":{"translated":4,"fuzzy":1,"untranslated":2,"identical":1}"#))
    #expect(
      json.contains(
        #"{"locale":"it","documents":1,"machineTranslated":0,"segments":3,"sourceWords":3,"messages":{"translated":3,"fuzzy":1,"untranslated":2,"identical":1}"#
      ))
    let html = try run("--format=html")
    #expect(
      html.components(
        separatedBy:
          "<td>3</td><td>1</td><td>2</td><td>1</td></tr>"
      ).count == 3)
    #expect(html.contains("<th scope=\"col\">Untranslated</th>"))
    let status = try Executable.run(["status", "--format=csv", "po"], in: folder.path).output
    #expect(status.contains("\"translated\",\"fuzzy\",\"untranslated\",\"identical\""))
    #expect(status.contains("\"3\",\"1\",\"2\",\"1\""))
    let table = try Executable.run(["status", "po"], in: folder.path).output
    #expect(table.contains("fuzzy"))
  }
}
