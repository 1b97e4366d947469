import Glibc
import LintCore
import LintFormats
import LintRules

var finder = FileFinder(root: nil) { $0.hasSuffix(".md") }
for path in CommandLine.arguments.dropFirst(2) { finder.add(path) }
finder.sort()
var out = Output(descriptor: 1)
let linter = Linter(
  formats: [SideBySideMarkdown()], rules: AllRules.rules.map { ($0, $0.info.severity) })
for file in finder.files {
  guard let bytes = try? file.read() else { continue }
  if CommandLine.arguments[1] == "segments" {
    let d = SideBySideMarkdown().read(bytes, LocaleExpectation())
    for r in d.records {
      out.write(
        "\(file.path)\t\(d.text(r.id.range).string)\t\(r.target.lower)\t\(r.target.upper)\t\(r.source.lower)\t\(r.source.upper)\n"
      )
    }
    if CommandLine.arguments.count > 3 {
      for i in d.irregularities { out.write("!\(file.path) \(i)\n") }
    }
  } else {
    let report = linter.lint(file)
    for f in report.findings {
      out.write(
        "\(file.path):\(f.start.line):\(f.start.column): \(f.severity.rawValue): \(f.message.text(f.arguments)) [\(linter.rules[f.rule].info.id)]\n"
      )
    }
  }
}
out.flush()
