import LintText

/// Literals in which the reader fills something in: `path/to/file`, `first_name`, `you@yourcompany.com`. Each language
/// has its own words for these.
enum FilledIn {
  /// Whether a part names what only the reader has, or all parts are words for what everybody has: a
  /// file, a user, a server.
  ///
  /// - Parameter isAddress: Whether the end of a host, and what stands before it for all of them, are no
  ///   words.
  static func isIn(_ literal: Span<UInt8>, isAddress: Bool) -> Bool {
    // `Person_Id` is a name of code, `customer_surname` may be anything.
    let mayBeSample = literal.firstIndex(of: 0x5F) == nil || !literal.contains(where: \.isUppercase)
    var (isOrdinary, words, index) = (true, 0, 0)
    var isBehindPath = false
    while index < literal.count {
      var end = index
      while end < literal.count, literal[end].isTextLetterOrDigit { end += 1 }
      defer { index = end + 1 }
      guard end > index else { continue }
      let word = literal.extracting(index..<end)
      if isOwn(word) || (isBehindPath && word.equalsIgnoringCase("to")) { return true }
      isBehindPath = word.equalsIgnoringCase("path")
      // The drive, the scheme, the end of the host or of the file's name.
      let isFrame =
        word.count == 1
        || (isAddress
          ? schemes.contains { word.equalsIgnoringCase($0) }
            || (index > 0 && literal[index - 1] == 0x2E && isEndOfHost(literal, end))
          : end == literal.count && index > 1 && literal[index - 1] == 0x2E && word.count <= 5)
      if isFrame { continue }
      if isAddress, word.equalsIgnoringCase("example") { return true }
      words += 1
      isOrdinary = isOrdinary && Self.isOrdinary(word, mayBeSample)
    }
    return isOrdinary && words >= (isAddress ? 1 : 2)
  }

  /// Whether a file's name, without its ending, is one that the reader has to think of.
  static func isIn(file stem: Span<UInt8>) -> Bool {
    isOwn(stem) || isOrdinary(stem) || isIn(stem, isAddress: false)
  }

  /// Whether only the reader knows what to write for a word.
  private static func isOwn(_ word: Span<UInt8>) -> Bool {
    if word.count >= 4, word.extracting(0..<4).equalsIgnoringCase("your") { return true }
    if word.count > 4, word.extracting(0..<2).equalsIgnoringCase("my") {
      let rest = word.extracting(2..<word.count)
      // `myFunction`, and `MyNode`; not `MySQL`.
      if rest[0].isUppercase, !rest.extracting(1..<rest.count).contains(where: \.isUppercase),
        !rest.equalsIgnoringCase("sql")
      {
        return true
      }
      if isOrdinary(rest) || mine.contains(where: { rest.equalsIgnoringCase($0) }) { return true }
    }
    return own.contains { word.equalsIgnoringCase($0) }
  }

  /// Whether it is a call of what only the reader has: `myFunction()`.
  static func isIn(call: Span<UInt8>) -> Bool {
    var index = 0
    while index < call.count {
      var end = index
      while end < call.count, call[end].isTextLetterOrDigit { end += 1 }
      if end > index, isOwn(call.extracting(index..<end)) { return true }
      index = end + 1
    }
    return false
  }

  private static func isOrdinary(_ word: Span<UInt8>, _ mayBeSample: Bool = true) -> Bool {
    ordinary.contains { word.equalsIgnoringCase($0) }
      || mayBeSample && samples.contains { word.equalsIgnoringCase($0) }
  }

  /// Whether a host ends there.
  private static func isEndOfHost(_ literal: Span<UInt8>, _ end: Int) -> Bool {
    end == literal.count || literal[end] == 0x2F || literal[end] == 0x3A
  }

  private static let schemes: [StaticString] = ["http", "https", "ftp", "www", "en"]

  /// Words for what the reader has, and the companies that examples of Microsoft are about.
  private static let own: [StaticString] = [
    "my", "username", "firstname", "lastname", "someone", "somebody", "something", "somename",
    "servername", "sitename", "domainname", "computername", "machinename", "hostname",
    "foldername", "filename", "xxx", "xxxx", "foo", "bar", "contoso", "fabrikam", "adventureworks",
    "tailspintoys", "wingtiptoys", "northwindtraders", "proseware", "litware", "woodgrovebank",
  ]

  /// What people put `my` before, in one word.
  private static let mine: [StaticString] = [
    "app", "apps", "application", "program", "function", "method", "class", "variable", "script",
    "test",
    "service", "database", "db", "table", "module", "package", "container", "cluster", "vm", "key",
    "secret",
    "object", "array", "list", "page", "form", "view", "model", "control", "component", "command",
    "api",
    "store", "bucket", "queue", "job", "task", "workspace", "library", "plugin", "extension",
    "string",
  ]

  /// Words of everyday life, which examples are made of: people, trade, the calendar, folders of a user.
  private static let samples: [StaticString] = [
    "home", "desktop", "downloads", "music", "videos", "photos", "photo", "work", "private",
    "public",
    "backup", "backups", "copy", "report", "reports", "letter", "letters", "invoice", "invoices",
    "budget",
    "customer", "customers", "client", "clients", "employee", "employees", "person", "people",
    "student",
    "students", "teacher", "school", "surname", "lastname", "firstname", "nickname", "birthday",
    "age", "phone",
    "street", "order", "orders", "sale", "sales", "price", "product", "products", "shop", "car",
    "cars",
    "book", "books", "author", "january", "february", "march", "april", "may", "june", "july",
    "august",
    "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
    "friday",
    "saturday", "sunday", "summer", "winter", "spring", "autumn", "red", "green", "blue", "yellow",
    "black",
    "white", "finance", "marketing", "accounting", "department", "office", "family", "vacation",
    "holiday",
    "holidays", "meeting", "notes",
  ]

  private static let ordinary: [StaticString] = [
    "path", "to", "the", "of", "and", "or", "here", "some", "new", "old", "text", "word", "words",
    "file", "files", "folder", "folders", "directory", "directories", "dir", "subfolder", "name",
    "names", "first", "last", "middle", "full", "user", "users", "server", "share", "domain",
    "company", "organization", "org", "tenant", "site", "website", "web", "host", "computer",
    "machine", "account", "password", "email", "mail", "alias", "address", "resource", "group",
    "id", "type", "value", "number", "year", "month", "day", "date", "time", "city", "country",
    "region", "subscription", "location", "title", "example", "sample",
    "project", "document", "documents", "image", "images", "picture", "pictures",
  ]
}
