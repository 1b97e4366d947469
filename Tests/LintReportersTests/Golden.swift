import Glibc
import LintCore
import Testing

/// Files that hold what is expected. `LOCLINT_UPDATE_GOLDEN=1 swift test` writes them anew; look at
/// the difference before you commit it.
enum Golden {
  private static let folder = "\(#filePath.prefix(upTo: #filePath.lastIndex(of: "/")!))/Golden"
  private static var isUpdating: Bool {
    unsafe getenv("LOCLINT_UPDATE_GOLDEN").map { unsafe strcmp($0, "1") == 0 } ?? false
  }

  /// Compares a text with a file.
  static func expect(
    _ text: String, in name: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let path = "\(folder)/\(name)"
    if isUpdating { try write(text, to: path) }
    let expected = String(decoding: try SourceFile(path: path).read(), as: UTF8.self)
    guard text != expected else { return }
    let pairs = zip(
      text.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let (line, pair) = pairs.enumerated().first { $1.0 != $1.1 } ?? (-1, ("", ""))
    Issue.record(
      "\(name) differs from line \(line + 1) on:\n  is     \(pair.0)\n  was    \(pair.1)",
      sourceLocation: location)
  }

  private static func write(_ text: String, to path: String) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var output = Output(descriptor: descriptor)
    output.write(text)
    output.flush()
    #expect(output.failure == nil)
  }
}
