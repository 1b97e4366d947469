import LintCore

/// The frame of a page: what stands before and after its content.
enum HTMLPage {
  /// - Parameters:
  ///   - title: Text that needs no escapes.
  ///   - content: What stands in the element `findings`, to which a link leads past all else.
  static func start(title: String, version: String, content: String = "findings") -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="\(Product.name) \(version.visibleHTML)">
    <title>\(title)</title>
    <style>\(HTMLStyle.text)</style>
    </head>
    <body>
    <a class="skip" href="#findings">Skip to the \(content)</a>
    <main>

    """
  }

  static let end = """
    </main>
    <script>\(HTMLScript.text)</script>
    </body>
    </html>

    """

  /// Nothing is loaded, sent or run but the page's own style and script, which are known by their
  /// digests: should a stranger's text ever get through as markup, it could still do nothing.
  private static let policy = """
    default-src 'none'; style-src 'sha256-\(base64(digestOf: HTMLStyle.text))'; \
    script-src 'sha256-\(base64(digestOf: HTMLScript.text))'; base-uri 'none'; form-action 'none'
    """

  private static func base64(digestOf text: String) -> String {
    let digits = Array(Digest.sha256(Array(text.utf8).span).utf8)
    var bytes = stride(from: 0, to: digits.count, by: 2).map { index in
      UInt32(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16) ?? 0
    }
    let padding = (3 - bytes.count % 3) % 3
    bytes += Array(repeating: 0, count: padding)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    for index in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[index] << 16 | bytes[index + 1] << 8 | bytes[index + 2]
      for shift in [18, 12, 6, 0] as [UInt32] {
        encoded.append(alphabet[Int(group >> shift & 0x3F)])
      }
    }
    encoded.replaceSubrange(
      (encoded.count - padding)..., with: Array(repeating: UInt8(ascii: "="), count: padding))
    return String(decoding: encoded, as: UTF8.self)
  }
}
