import Foundation

/// Files that hold what a test is to produce. `make golden` writes them anew; look at what git says
/// has changed before you commit it.
public enum GoldenFile {
  private static let isRenewing =
    ProcessInfo.processInfo.environment["LOCLINT_UPDATE_GOLDEN"] == "1"

  /// Compares a text with `Golden/NAME` beside the test's file, or writes it there.
  ///
  /// - Returns: What differs; `nil` when nothing does.
  public static func difference(_ text: String, _ name: String, testFile: String = #filePath)
    -> String?
  {
    let url = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if isRenewing { return write(text, to: url) }
    guard let golden = try? Data(contentsOf: url) else {
      return "\(name) can't be read; `make golden` writes it"
    }
    return difference(text, from: String(decoding: golden, as: UTF8.self), in: name)
  }

  /// Compares a text with the first block of text (` ```text `) of a file of the repository, or
  /// writes it there.
  ///
  /// - Returns: What differs; `nil` when nothing does.
  public static func difference(_ text: String, fromBlockOf path: String) -> String? {
    guard let file = try? Checkout.text(of: path),
      let start = file.range(of: "\n```text\n")?.upperBound,
      let end = file.range(of: "```\n", range: start..<file.endIndex)?.lowerBound
    else { return "\(path) has no block of text" }
    if isRenewing {
      return write(
        file.replacingCharacters(in: start..<end, with: text),
        to: URL(filePath: "\(Checkout.root)/\(path)"))
    }
    return difference(text, from: String(file[start..<end]), in: path)
  }

  /// Compares a text with a file of the repository, or writes it there.
  ///
  /// - Returns: What differs; `nil` when nothing does.
  public static func difference(_ text: String, wholeFile path: String) -> String? {
    if isRenewing { return write(text, to: URL(filePath: "\(Checkout.root)/\(path)")) }
    guard let file = try? Checkout.text(of: path) else {
      return "\(path) can't be read; `make golden` writes it"
    }
    return difference(text, from: file, in: path)
  }

  private static func write(_ text: String, to url: URL) -> String? {
    let bytes = Data(text.utf8)
    // `make golden` names the files that were written.
    if (try? Data(contentsOf: url)) == bytes { return nil }
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
      return nil
    } catch {
      return "\(url.lastPathComponent) can't be written: \(error)"
    }
  }

  private static func difference(_ text: String, from golden: String, in name: String) -> String? {
    if golden.utf8.elementsEqual(text.utf8) { return nil }
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(expected, actual).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }
    let renewal = "If that is right, `make golden` renews it."
    guard let (index, pair) = line else {
      return "\(name): \(expected.count) lines expected, \(actual.count) found. \(renewal)"
    }
    return "\(name), line \(index + 1): expected\n\(pair.0)\nfound\n\(pair.1)\n\(renewal)"
  }
}
