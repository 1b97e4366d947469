public import LintCore
public import LintText
import Messages

/// Files of GNU gettext: a segment for each translation, so for each plural form one.
///
/// A template (`.pot`) has sources alone, so no segments. A file that is not UTF-8 is made UTF-8 as a whole
/// before it is read; its places are those of the text, and it is not mended.
public struct PO: Format {
  public var name: String { "gettext" }
  public var fileExtensions: [String] { ["po", "pot"] }
  public var hasEscapes: Bool { true }
  public var holdsMessages: Bool { true }
  /// Whether offsets are not those of the file.
  private let isTranscoded: Bool

  public init() {
    self.init(isTranscoded: false)
  }

  private init(isTranscoded: Bool) {
    self.isTranscoded = isTranscoded
  }

  public func comment(_ text: String) -> String? { "# \(text)" }

  public func rules(settings: (String) -> RuleSettings) -> [any Rule] {
    PORules.rules(settings: settings)
  }

  public func encoded(_ text: [UInt8], at range: ByteRange, in file: Span<UInt8>) -> [UInt8]? {
    isTranscoded ? nil : POEscape.encoded(text)
  }

  /// `pt_BR`, `sr@latin`.
  public func locale(_ name: Span<UInt8>) -> LocaleTag? {
    guard !name.isEmpty else { return nil }
    let end = name.firstIndex(of: 0x40) ?? name.count
    let script =
      name.has("@latin", at: end)
      ? "-Latn"
      : name.has("@cyrillic", at: end)
        ? "-Cyrl"
        : name.has("@devanagari", at: end)
          ? "-Deva" : ""
    var base = String(name.extracting(0..<end))
    if let dot = base.firstIndex(of: ".") { base = String(base[..<dot]) }
    return LocaleTag(fileName: base + script)
  }

  /// `locale/it/LC_MESSAGES/hive.po`, also in folders below, `po/it.po`, `i18n/hive-it.po`, `locale/it/hive.po`.
  public func locales(inPath path: String) -> [LocaleTag] {
    let parts = path.split(separator: "/")
    guard parts.count > 1, let file = parts.last else { return [] }
    let folders = parts.dropLast()
    var names: [Substring] = []
    if let messages = folders.lastIndex(of: "LC_MESSAGES"), messages > 0 {
      names = [parts[messages - 1]]
    } else if let above = folders.lastIndex(where: { Self.foldersOfLocales.contains(String($0)) }) {
      if above + 1 < folders.count {
        names = [parts[above + 1]]
      } else if let dot = file.lastIndex(of: ".") {
        let stem = file[..<dot]
        names = [stem]
        if let dash = stem.lastIndex(of: "-") { names.append(stem[stem.index(after: dash)...]) }
      }
    }
    for name in names {
      if let tag = locale(String(name).utf8Span.span), tag.isOfKnownLanguage { return [tag] }
    }
    return []
  }

  /// Folders whose files or folders are named for locales; elsewhere `os.po` may be about an operating system.
  private static let foldersOfLocales: Set<String> = [
    "po", "i18n", "l10n", "locale", "locales", "lang", "languages", "translations",
  ]

  public func read(_ bytes: consuming [UInt8], _ page: Page) -> Document {
    let raw = bytes
    switch POCharset.read(raw.span) {
    case .utf8: return document(raw, page, self)
    case .misnamed(let charset):
      return document(raw, page, self, isMisnamed: PODamage(range: charset, expected: .utf8))
    case .transcoded(let text): return document(text, page, PO(isTranscoded: true))
    case .unmarked(let text):
      return document(text, page, PO(isTranscoded: true), isUnmarked: true)
    case .unknown(let charset):
      // What its other bytes mean nobody knows here; that they are not UTF-8 is no fault of theirs.
      return document(
        raw.map { $0 < 0x80 ? $0 : 0x3F }, page, PO(isTranscoded: true),
        PODamage(range: charset, expected: .charset))
    }
  }

  private func document(
    _ bytes: [UInt8], _ page: Page, _ format: PO, _ damage: PODamage? = nil,
    isUnmarked: Bool = false, isMisnamed: PODamage? = nil
  ) -> Document {
    let start = bytes.span.has("\u{FEFF}", at: 0) ? 3 : 0
    var file = POFile()
    if let damage { file.damage = [damage] } else { file = POReader.read(bytes.span, from: start) }
    if let isMisnamed {
      let place = file.damage.partitionPoint { $0.range < isMisnamed.range }
      file.damage.insert(isMisnamed, at: place)
    }
    if isUnmarked {
      // One finding tells it, at the first word.
      let end = bytes.firstIndex { $0.isSpace } ?? bytes.count
      file.damage.insert(
        PODamage(range: ByteRange(0, min(end, 40)), expected: .byteOrderMark), at: 0)
    }
    let header = file.header.flatMap { file.entries[$0].targets.first }.map {
      POHeader(file.targets[$0].text, file.pieces, bytes.span)
    }
    let language = header?.field("Language", bytes.span)
    let isTemplate =
      language?.value.isEmpty ?? true
      && file.entries.allSatisfy { entry in
        entry.isHeader || !file.isBegun(entry)
      }
    var segments = POSegments(
      file, forms: header?.pluralCount, isTemplate: isTemplate, page.messageSyntax)
    segments.read(bytes.span)
    let detail = PODetail(
      file, header, places: segments.places, keys: segments.keys, isTemplate: isTemplate,
      bytes.span)
    return Document(
      bytes: bytes, prose: segments.prose(of: bytes, from: 0), start: start,
      attributes: header.map {
        Attributes($0.fields.map(\.attribute), place: $0.place, isWhole: true)
      },
      comments: Self.comments(file, bytes.span),
      records: segments.records, inlines: segments.inlines.list,
      damage: Self.lines(of: file.damage, bytes.span),
      isBilingual: true, statedLocale: language?.attribute.value, detail: detail,
      decoded: segments.decoded, format: format, page: page)
  }
}

extension PO {
  /// What comments and flags say of entries, in the order of the file.
  private static func comments(_ file: POFile, _ bytes: Span<UInt8>) -> [Comment] {
    var comments: [Comment] = []
    for comment in file.comments {
      let scope =
        comment.entry < file.entries.count
        ? file.entries[comment.entry].range.withLineEnd(bytes) : nil
      comments.append(Comment(comment.range, content: comment.content, scope: scope))
    }
    let said = comments.count
    for ignored in file.ignored {
      let flag = ignored.flag
      guard let rules = WeblateChecks.rules(for: bytes.extracting(flag.range)) else { continue }
      comments.append(
        Comment(
          flag, content: flag, scope: file.entries[ignored.entry].range.withLineEnd(bytes),
          rules: rules))
    }
    if comments.count > said { comments.sort { $0.range < $1.range } }
    return comments
  }

  /// The lines of what is damaged; of many places on a line, they are looked for once.
  private static func lines(of damage: [PODamage], _ bytes: Span<UInt8>) -> [ByteRange] {
    var last = ByteRange.none
    return damage.map { damage in
      let range = damage.range
      if last.lower > range.lower || last.upper < range.upper || last.isEmpty {
        last = range.lines(bytes)
      }
      return last
    }
  }
}

extension ByteRange {
  /// The lines that it touches, without the last line end.
  fileprivate func lines(_ bytes: Span<UInt8>) -> ByteRange {
    var start = lower
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    let end = bytes.firstIndex(ofAny: 0x0A, 0x0D, 0x0A, 0x0D, from: upper) ?? bytes.count
    return ByteRange(start, end)
  }

  /// The same with the line end behind it, at which nothing else begins.
  fileprivate func withLineEnd(_ bytes: Span<UInt8>) -> ByteRange {
    ByteRange(lower, min(upper + 1, bytes.count + 1))
  }
}
