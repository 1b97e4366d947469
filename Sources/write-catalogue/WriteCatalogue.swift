import LintRules

/// Writes `Rules/README.md` to standard output; `make docs` runs it.
@main
enum WriteCatalogue {
  static func main() throws {
    print(try CataloguePage.builtIn().text, terminator: "")
  }
}
