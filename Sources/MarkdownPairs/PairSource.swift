import LintCore
import LintText
import Markdown
import Synchronization

/// What is kept of a source for all pages that were made of it.
final class PairSource: SourceWords {
  let text: PairText
  /// The keys of its front matter.
  let keys: [Attribute]
  let bytes: [UInt8]
  /// Where its text begins, behind the front matter.
  let textStart: Int
  /// Made when a rule asks for the first time.
  private let words = Mutex<Words?>(nil)

  /// - Parameter keys: those of its front matter; `nil` where nobody has read it.
  init(_ text: PairText, _ bytes: [UInt8], keys: [Attribute]? = nil) {
    self.text = text
    self.bytes = bytes
    let start = bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0
    let frontMatter = keys == nil ? FrontMatterReader.read(bytes.span, from: start) : nil
    self.keys = keys ?? frontMatter?.entries ?? []
    textStart = frontMatter?.range.upper ?? start
  }

  private struct Words {
    /// How many links and images have each.
    var destinations: [[UInt8]: Int] = [:]
    /// Those of pages, without the steps up that they begin with: as seen from pages, and from the site's root.
    var relativePaths: Set<[UInt8]> = []
    var rootedPaths: Set<[UInt8]> = []
    var names: Set<[UInt8]> = []
    var numbers: Set<[UInt8]> = []
    /// What stands in its code blocks.
    var code: Set<[UInt8]> = []
    var shortcodes: Set<[UInt8]> = []
    /// Headings' names, each behind its level.
    var headings: Set<[UInt8]> = []

    /// Whether one of the destinations names the same page in another way: one from the site's root,
    /// `/docs/hive/lid/`, and the other from the page, `../hive/lid/`.
    func haveSamePage(as destination: [UInt8]) -> Bool {
      guard let path = Words.path(of: destination) else { return false }
      return destination.first == 0x2F
        ? !relativePaths.isDisjoint(with: Words.ends(of: path)) : rootedPaths.contains(path)
    }

    /// An address without a host, its steps up, and a slash at the end; `nil` where fewer than two parts are left.
    static func path(of destination: [UInt8]) -> [UInt8]? {
      let bytes = destination.span
      guard bytes.count < 500, !bytes.contains(":"), !bytes.has("//", at: 0) else { return nil }
      var start = 0
      while start < bytes.count, bytes[start] == 0x2E || bytes[start] == 0x2F { start += 1 }
      var path = Array(destination[start...])
      if path.last == 0x2F { path.removeLast() }
      return path.contains(0x2F) ? path : nil
    }

    /// What is left of a path without its first parts: from two parts to eight. All ends of a path that has as many
    /// parts as bytes would take 125 times what it takes.
    static func ends(of path: [UInt8]) -> [[UInt8]] {
      var starts = path.indices.filter { path[$0] == 0x2F }.suffix(mostParts).dropLast().map {
        $0 + 1
      }
      if path.count(where: { $0 == 0x2F }) < mostParts { starts.append(0) }
      return starts.map { Array(path[$0...]) }
    }

    private static let mostParts = 8
  }

  /// Whether it has a heading of this name and level.
  func hasHeading(_ name: [UInt8], _ level: UInt8) -> Bool {
    withWords { $0.headings.contains([level] + name) }
  }

  /// Whether it has this shortcode.
  func hasShortcode(_ text: Span<UInt8>) -> Bool {
    let word = [UInt8](text)
    return withWords { $0.shortcodes.contains(word) }
  }

  /// Whether it has a shortcode of this name with these delimiters, `<` or `%`.
  func hasShortcode(named name: Span<UInt8>, form: UInt8) -> Bool {
    let word = [form] + [UInt8](name)
    return withWords { $0.shortcodes.contains(word) }
  }

  /// Whether one of its code blocks says this.
  func hasCode(_ code: Span<UInt8>) -> Bool {
    let word = [UInt8](code)
    return withWords { $0.code.contains(word) }
  }

  func hasDestination(_ destination: Span<UInt8>) -> Bool {
    let word = [UInt8](destination)
    return withWords { $0.destinations[word] != nil || $0.haveSamePage(as: word) }
  }

  /// How many of its links and images have a destination.
  func count(ofDestination destination: Span<UInt8>) -> Int {
    let word = [UInt8](destination)
    return withWords { $0.destinations[word] ?? 0 }
  }

  /// The destinations of its links to sections of other pages of the site.
  var linkedSections: Set<[UInt8]> {
    withWords { words in
      Set(
        words.destinations.keys.filter {
          $0.first != 0x23 && $0.contains(0x23) && !$0.contains(0x3A)
        })
    }
  }

  func hasAnchor(_ name: Span<UInt8>) -> Bool {
    let word = [UInt8](name)
    return withWords { $0.names.contains(word) }
  }

  func hasNumber(_ digits: Span<UInt8>) -> Bool {
    let word = [UInt8](digits)
    return withWords { $0.numbers.contains(word) }
  }

  private func withWords<Answer>(_ body: (Words) -> Answer) -> Answer {
    words.withLock { words in
      let known = words ?? Self.words(of: text, bytes)
      words = known
      return body(known)
    }
  }

  private static func words(of text: PairText, _ bytes: [UInt8]) -> Words {
    var words = Words()
    let bytes = bytes.span
    for inline in text.inlines where [.link, .image, .autolink].contains(inline.kind) {
      words.destinations[[UInt8](bytes.extracting(inline.destination.range)), default: 0] += 1
    }
    for definition in text.leaves.blocks.definitions {
      words.destinations[[UInt8](bytes.extracting(definition.destination.range)), default: 0] += 1
    }
    for destination in words.destinations.keys {
      guard let path = Words.path(of: destination) else { continue }
      if destination.first == 0x2F {
        words.rootedPaths.formUnion(Words.ends(of: path))
      } else {
        words.relativePaths.insert(path)
      }
    }
    words.names = Set(text.names)
    let levels = text.leaves.list.filter(\.isHeading).map(\.level)
    words.headings = Set(zip(levels, text.names).map { [$0] + $1 })
    for item in ShortcodeList(bytes, from: 0).list {
      words.shortcodes.insert([UInt8](bytes.extracting(item.range.range)))
      words.shortcodes.insert([item.form] + [UInt8](bytes.extracting(item.name.range)))
    }
    for leaf in text.leaves.list where leaf.isCode {
      words.code.insert([UInt8](bytes.extracting(leaf.content.range)))
    }
    var index = 0
    while index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      words.numbers.insert([UInt8](bytes.extracting(start..<index)))
    }
    return words
  }
}
