public import LintCore
import SideBySide

/// What can be read. Of two formats that know an ending, the first gets the file.
public enum AllFormats {
  public static let all: [any Format] = [SideBySideMarkdown()]
}
