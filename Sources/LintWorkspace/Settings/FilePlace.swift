import LintYAML

/// An offset in a file of settings, for whoever asks where a value comes from.
package struct FilePlace: Sendable, CustomStringConvertible {
  let source: YAMLSource
  let offset: Int

  init(of node: YAMLNode, in source: YAMLSource) {
    self.source = source
    offset = node.range.lowerBound
  }

  /// A mistake that stands there.
  func mistake(_ message: String) -> UsageError { UsageError(source.mistake(message, at: offset)) }

  // The line is counted only when somebody asks: a file has many values.
  package var description: String { "\(source.path):\(source.mistake("", at: offset).line)" }
}
