import LintText
import Markdown

extension PageLeaves {
  /// What each heading is called in addresses: the name that its author gave it, or its slug.
  func names(_ bytes: Span<UInt8>, _ style: SlugStyle) -> [[UInt8]] {
    var counter = SlugCounter(style)
    var names: [[UInt8]] = []
    for heading in headingNames {
      if let name = heading.names.first {
        let name = bytes.extracting(name.range)
        counter.note(name)
        names.append([UInt8](name))
      } else {
        names.append(counter.next(bytes.extracting(heading.text.range)))
      }
    }
    return names
  }
}
