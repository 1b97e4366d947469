import LintText

/// How a publisher makes the anchor of a heading from its text.
///
/// The text is what a reader sees: without markup, with what code says. An anchor that the author wrote
/// goes before it (`HeadingNames`).
public enum SlugStyle: Sendable, CaseIterable {
  /// The tools of Microsoft's side-by-side pages: lower case; letters and digits of ASCII, `-` and `_`
  /// stay, a space becomes `-`, all else is left out: `Empêcher` is `empcher`. A heading that stands
  /// twice has the same anchor twice.
  case microsoft
  /// GitHub: lower case; letters, marks, decimal digits and connectors of any script and `-` stay, a
  /// space becomes `-`, all else is left out, other spaces too.
  case gitHub
  /// Hugo, as `autoHeadingIDType: github` has it, its default: as GitHub, but marks are left out (a
  /// Bengali vowel sign is one), spaces at the ends go first, and an empty slug is `heading`.
  case hugo
  /// Docusaurus: by the library github-slugger, which was made from what GitHub does.
  case docusaurus

  /// The slug of a heading that is the only one with its text: `SlugCounter` numbers others.
  public func slug(of text: Span<UInt8>) -> [UInt8] {
    switch self {
    case .microsoft: Self.microsoft(text)
    case .gitHub, .docusaurus: Self.gitHub(text)
    case .hugo: Self.hugo(text)
    }
  }

  private static func microsoft(_ text: Span<UInt8>) -> [UInt8] {
    var slug: [UInt8] = []
    for index in text.indices { HeadingSlug.append(text[index], to: &slug) }
    return slug
  }

  private static func gitHub(_ text: Span<UInt8>) -> [UInt8] {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      if scalar == 0x20 {
        slug.append(0x2D)
      } else if scalar < 0x80 {
        HeadingSlug.append(UInt8(scalar), to: &slug)
      } else if scalar == 0x2D || scalar == 0x5F || scalar.isWord {
        append(scalar.lowercasedScalars, to: &slug)
      }
      index += length
    }
    return slug
  }

  private static func hugo(_ text: Span<UInt8>) -> [UInt8] {
    let text = text.extracting(text.trimmedRange)
    var slug: [UInt8] = []
    slug.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      if scalar < 0x80 {
        HeadingSlug.append(UInt8(scalar), to: &slug)
      } else if scalar == 0x5F || scalar.isLetterOrDigit {
        // One scalar for one: Go's `unicode.ToLower`.
        append(String(Unicode.Scalar(scalar.foldedScalar)!), to: &slug)
      }
      index += length
    }
    return slug.isEmpty ? Array("heading".utf8) : slug
  }

  private static func append(_ text: String, to slug: inout [UInt8]) {
    slug.append(contentsOf: text.utf8)
  }
}

extension UInt32 {
  private var properties: Unicode.Scalar.Properties? { Unicode.Scalar(self)?.properties }

  /// Whether it is alphabetic, a mark, a decimal digit or a connector.
  fileprivate var isWord: Bool {
    guard self >= 0x80 else { return self < 0x80 && UInt8(self).isLetterOrDigit || self == 0x5F }
    guard self != 0xFFFD, let properties else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      return true
    default:
      return properties.isAlphabetic
    }
  }

  /// Whether it is a letter or a decimal digit by its general category.
  fileprivate var isLetterOrDigit: Bool {
    guard self >= 0x80 else { return UInt8(self).isLetterOrDigit }
    switch properties?.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      return true
    default:
      return false
    }
  }

  fileprivate var lowercasedScalars: String { properties?.lowercaseMapping ?? "" }
}
