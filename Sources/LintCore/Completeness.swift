import LintText

/// How far the texts of a page or a run are translated, where each is translated by itself.
public struct Completeness: Sendable, Equatable {
  public var translated = 0
  /// Those that wait for somebody to look at them: fuzzy ones.
  public var needsReview = 0
  public var untranslated = 0
  /// Of those that are translated, the ones that say the same as their source.
  public var identical = 0

  public init() {}

  /// All figures in the order of columns, by the names that programs know.
  public static var figures: [(name: String, path: WritableKeyPath<Completeness, Int>)] {
    [
      ("translated", \.translated), ("fuzzy", \.needsReview), ("untranslated", \.untranslated),
      ("identical", \.identical),
    ]
  }

  /// What is left to do.
  public var open: Int { needsReview + untranslated }

  init(_ document: borrowing Document) {
    for index in document.records.indices {
      let record = document.records[index]
      switch record.state {
      case .unfinished: untranslated += 1
      case .needsReview: needsReview += 1
      case .translated:
        translated += 1
        if record.target.count == record.source.count,
          document.text(record.target) == document.text(record.source)
        {
          identical += 1
        }
      default: break
      }
    }
  }

  public static func + (left: Completeness, right: Completeness) -> Completeness {
    var sum = left
    for figure in figures { sum[keyPath: figure.path] += right[keyPath: figure.path] }
    return sum
  }
}
