import Foundation

/// Files that hold what a test is to produce.
public enum GoldenFile {
  /// Compares a text with `Golden/NAME` beside the test's file.
  ///
  /// With `LOCLINT_UPDATE_GOLDEN=1` in the environment it writes the file instead.
  ///
  /// - Returns: What differs; `nil` when nothing does.
  public static func difference(_ text: String, _ name: String, testFile: String = #filePath)
    -> String?
  {
    let url = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["LOCLINT_UPDATE_GOLDEN"] == "1" {
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return nil
      } catch {
        return "\(name) can't be written: \(error)"
      }
    }
    guard let data = try? Data(contentsOf: url) else { return "\(name) can't be read" }
    let golden = String(decoding: data, as: UTF8.self)
    if golden.utf8.elementsEqual(text.utf8) { return nil }
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(expected, actual).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }
    guard let (index, pair) = line else {
      return "\(name): \(expected.count) lines expected, \(actual.count) found"
    }
    return "\(name):\(index + 1): expected\n\(pair.0)\nfound\n\(pair.1)"
  }
}
