public import LintCore
import LintWorkspace
public import MarkdownPairs

extension Recall {
  /// A run over pages whose sources are files of their own.
  ///
  /// - Parameters:
  ///   - rules: All that there are.
  ///   - profile: Which of them take part.
  ///   - site: What publishes the pages.
  ///   - folder: That of the pages, as their paths begin.
  ///   - sources: That of their sources, which have the same paths below it.
  public static func ofPairs(
    _ rules: [any Rule], upTo profile: Profile, site: Site, in folder: String, sources: String
  ) -> Recall {
    let format = MarkdownPairs(site: site)
    var features = RuleFeatures()
    features.insert(.pair)
    return Recall(
      rules: rules.filter { rule in
        rule.info.profile(with: features, on: .pair).map { $0 <= profile } ?? false
      },
      format: format
    ) { file in
      guard file.path.hasPrefix(folder) else { return nil }
      let path = sources + file.path.dropFirst(folder.count)
      guard let bytes = try? SourceFile(path: path).read() else { return nil }
      return format.readSource(bytes, of: SourceFile(path: path))
    }
  }
}
