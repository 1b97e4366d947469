import LintCore
import LintRules
import LintText
import LintWorkspace
import Markdown
import SideBySide

/// Writes what each rule reports, for `make check-growth` to repeat it: for each failing example a
/// line with the rule's name, the path of the page, where its text begins, the bytes of the page and
/// those of each segment's target and source, with tabs between them and bytes as hexadecimal digits.
@main
enum WriteGrowthExamples {
  static func main() throws {
    // What wants a source in a file of its own finds nothing in a page that holds both halves.
    for rule in try RuleLibrary.builtIn.rules + PackRule.builtIn.map({ try $0.rule() })
    where rule.info.required != .pair && rule.info.required != .across {
      // Of another format's page nobody knows where its segments may be repeated.
      for example in rule.info.fails where example.fileExtension == "md" {
        guard let page = ExamplePage(example) else { continue }
        let document = SideBySideMarkdown().read(page.bytes, Page())
        var fields = [
          rule.info.id, page.path, String(document.frontMatter?.range.upper ?? 0),
          hexadecimal(page.bytes),
        ]
        for record in document.records {
          fields.append(hexadecimal(page.bytes[record.target.range]))
          fields.append(hexadecimal(page.bytes[record.source.range]))
        }
        print(fields.joined(separator: "\t"))
      }
    }
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
