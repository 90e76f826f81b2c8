using Sweet.Sandbox.Hosting;

namespace Sweet.Sandbox.Pages;

internal static class StyleSheet
{
    private static readonly Lazy<string> Text = new(() =>
    {
        using var reader = new StreamReader(typeof(StyleSheet).Assembly.GetManifestResourceStream("stand-ins.css")!);
        return reader.ReadToEnd();
    });

    public static Task Write(HttpContext http) =>
        new Answer(200, Text.Value) { ContentType = "text/css; charset=utf-8" }.WriteTo(http.Response);
}
