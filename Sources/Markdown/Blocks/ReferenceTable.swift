import LintText

/// The link reference definitions of a page by their labels: CommonMark 0.31.2 § 4.7. Of several with one
/// label the first counts.
public struct ReferenceTable: Sendable {
  // Hashed with a seed of this run: a page chooses the labels.
  private var indices: [[UInt8]: Int] = [:]
  private let definitions: [ReferenceDefinition]

  public init(_ bytes: Span<UInt8>, _ blocks: Blocks) {
    definitions = blocks.definitions
    for (index, definition) in definitions.enumerated() {
      var label: [UInt8] = []
      // A label may go on in the next line, behind the marks of its containers.
      for line in blocks.lines(of: blocks.list[definition.block]) {
        let lower = max(line.lower, definition.label.lower)
        let upper = min(line.upper, definition.label.upper)
        guard lower < upper else { continue }
        if !label.isEmpty { label.append(0x20) }
        label += [UInt8](bytes.extracting(lower..<upper))
      }
      let key = Self.normalized(label.span)
      if indices[key] == nil { indices[key] = index }
    }
  }

  /// The definition that a link with some label leads to.
  public func definition(labelled label: Span<UInt8>) -> ReferenceDefinition? {
    indices[Self.normalized(label)].map { definitions[$0] }
  }

  /// A label as it is compared: in one letter case, with one space for each run of white space and none at
  /// the ends.
  public static func normalized(_ label: Span<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(label.count)
    let label = label.extracting(label.trimmedRange)
    var index = 0
    while index < label.count {
      if label[index].isSpace {
        while label[index].isSpace { index += 1 }
        key.append(0x20)
      } else if label[index] < 0x80 {
        key.append(label[index].lowercased)
        index += 1
      } else {
        let (scalar, length) = label.scalar(at: index)
        append(scalar, to: &key)
        index += length
      }
    }
    return key
  }

  /// Adds a scalar with its case folded: what the small letters of its capitals are, so that `ẞ`, `ß` and
  /// `ss` are the same, and so are `Σ`, `σ` and `ς`.
  private static func append(_ scalar: UInt32, to key: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    for letter in small {
      for capital in letter.properties.uppercaseMapping.unicodeScalars {
        key += Array(capital.properties.lowercaseMapping.utf8)
      }
    }
  }
}
