/// A document that shows what a rule reports or leaves alone.
///
/// The part that the rule reports stands between `⟦` and `⟧`, which are taken out before the
/// document is read. A finding without width is marked `⟦⟧`.
public struct Example: Sendable {
  public enum Form: Sendable {
    /// The two halves of one segment in an ordinary page.
    case segment(source: String, target: String)
    /// All that follows the front matter of an ordinary page.
    case body(String)
    /// A whole file.
    case file(String)
    /// A whole file and its source, which is a file of its own; a line end is put behind each. Where the
    /// page was made from another version than the latest, that is the third.
    case pair(source: String, target: String, latest: String? = nil)
    /// Whole files, of one page in several locales or of several pages; what is reported stands in the first.
    case files([File])
    /// A whole file that need not be UTF-8, with the ranges of bytes that are reported.
    case bytes([UInt8], reported: [Range<Int>])
  }

  /// One of several files.
  public struct File: Sendable {
    /// The locale of the page and of the folder that it stands in.
    public let locale: String
    /// What it is called, without what its name ends with.
    public let name: String
    public let text: String

    public init(_ locale: String, named name: String = "page", _ text: String) {
      self.locale = locale
      self.name = name
      self.text = text
    }

    /// What tells it from the others, for people.
    public var label: String { name == "page" ? locale : "\(locale)/\(name)" }
  }

  /// What to look at, for whoever reads the catalogue.
  public let about: String
  public let form: Form
  /// The locale of the page and of the folder that it stands in.
  public let locale: String
  /// How its file's name ends, by which its format is found: a rule that only one format has says so.
  public let fileExtension: String

  public init(
    _ about: String, locale: String = "it-IT", fileExtension: String = "md", _ form: Form
  ) {
    self.about = about
    self.fileExtension = fileExtension
    self.form = form
    self.locale = locale
  }
}
