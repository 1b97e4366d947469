import LintCore
import LintText

/// A kind of value that command line and configuration write alike: one reader for both, and one
/// phrase for what it takes, that each puts into its own sentence.
package struct ValueKind<Value: Sendable>: Sendable {
  /// What it takes, to stand behind "wants" or "is": "a number, 0 or more".
  package let phrase: String
  /// Reads a word; `nil` for one that is no such value.
  package let read: @Sendable (String) -> Value?

  private init(_ phrase: String, _ read: @escaping @Sendable (String) -> Value?) {
    self.phrase = phrase
    self.read = read
  }

  /// Reads a word, and keeps it too.
  func written(_ word: String) -> WrittenValue<Value>? {
    read(word).map { WrittenValue($0, as: word) }
  }
}

extension ValueKind where Value == Int {
  /// A number of warnings.
  package static var warnings: ValueKind {
    ValueKind("a number, 0 or more") { word in Int(word).flatMap { $0 >= 0 ? $0 : nil } }
  }

  /// The size of a file, in bytes.
  package static var size: ValueKind {
    ValueKind("a number of bytes below 4G, as in 500K or 64M", ByteCount.number)
  }

  /// The same in a configuration, which may only lower it, since who wrote it may be a stranger.
  static var loweredSize: ValueKind {
    ValueKind("a number of bytes up to 64M, as in 500K; the command line may ask for more") {
      ByteCount.number($0).flatMap { $0 <= Limits.standardFileSize ? $0 : nil }
    }
  }

  /// How many files to read at a time.
  package static var jobs: ValueKind {
    ValueKind("a number from 1 to \(Limits.jobs)") { word in
      Int(word).flatMap { (1...Limits.jobs).contains($0) ? $0 : nil }
    }
  }
}

extension ValueKind where Value == Int? {
  /// How many findings are listed; `nil` for all.
  package static var findings: ValueKind {
    ValueKind("a number, 1 or more, or '\(Limits.none)'") { word in
      // Not `Limits.count(word)` itself: `nil` would be promoted to a value that says "all".
      word == Limits.none ? .some(nil) : Limits.count(word).map { .some($0) }
    }
  }

  /// The same in a configuration: more could be a stranger's way to fill the memory.
  static var loweredFindings: ValueKind {
    ValueKind(
      "a number from 1 to \(Limits.standardFindings); the command line may ask for more"
    ) { word in
      // As above: a `nil` inside would say "all".
      guard let count = Limits.count(word), count <= Limits.standardFindings else { return nil }
      return .some(count)
    }
  }
}

extension ValueKind where Value == Double {
  /// The score of a locale.
  package static var score: ValueKind { number(upTo: 100) }

  /// What a finding costs in a score.
  static var penalty: ValueKind { number(upTo: 1000) }

  private static func number(upTo most: Int) -> ValueKind {
    ValueKind("a number from 0 to \(most)") { word in
      // `Double` would also take `nan`, `1e2` and `0x10`.
      guard word.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) }),
        let number = Double(word), number <= Double(most)
      else { return nil }
      return number
    }
  }
}

extension ValueKind where Value == RulePages {
  /// Where people read about rules.
  static var rulePages: ValueKind {
    ValueKind("an address with https:// or http://, a host, and \(RulePages.mark) once behind it") {
      RulePages($0, isConfigured: true)
    }
  }
}
