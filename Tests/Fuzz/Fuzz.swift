// What libFuzzer runs; see `make fuzz`.
import LintCore
import LintFormats
import LintRules

private let format = SideBySideMarkdown()
private let linter = Linter(
  formats: [format], rules: AllRules.rules.map { ($0, $0.info.severity) },
  needs: [.context, .lineHash])
private let file = SourceFile(path: "docs/it-it/page.md")

/// Reads and lints one input; a crash is what the fuzzer looks for.
private func lint(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let report = linter.lint(bytes, of: file, as: format)
  precondition(report.findings.allSatisfy { $0.range.upper <= count })
  return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<Arguments?>,
  _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The entry point, by the name that SwiftPM gives it.
@_cdecl("fuzz_main")
public func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  var count = count
  var arguments = unsafe arguments
  return unsafe runDriver(&count, &arguments) { unsafe lint($0, $1) }
}
