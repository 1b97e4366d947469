public import LintCore
import MarkdownPairs
import PO
import SideBySide

/// What can be read. Of two formats that know an ending, the first gets the file.
public enum AllFormats {
  public static let all: [any Format] = pages + messages
  /// Pages that hold their sources.
  static let pages: [any Format] = [SideBySideMarkdown()]
  /// Messages of programs.
  static let messages: [any Format] = [PO()]
  /// What is read together with a source that is a file of its own.
  static let pairs: [any Format] = [MarkdownPairs()]
  /// What can be read where pages have sources that are files of their own.
  public static let withSources: [any Format] = all + pairs
}
