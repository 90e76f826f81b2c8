using System.Text;
using Sweet.Benchmarks.Clients;

namespace Sweet.Benchmarks.Sites;

/// <summary>An answer of the site, to be given again by the bare endpoint.</summary>
internal sealed record RecordedAnswer(IReadOnlyList<(string Name, string Value)> Head, byte[] Body)
{
    private static readonly HashSet<string> OfTheServer =
        new(StringComparer.OrdinalIgnoreCase) { "Date", "Content-Length", "Transfer-Encoding", "Connection" };

    public static void Write(string file, Answer answer) => File.WriteAllBytes(file, [.. answer.Head.Span, .. answer.Body.Span]);

    public static RecordedAnswer Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var head = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.ASCII.GetString(bytes, 0, head).Split("\r\n").Skip(1).Select(line => line.Split(": ", 2));
        return new RecordedAnswer(
            [.. lines.Where(line => !OfTheServer.Contains(line[0])).Select(line => (line[0], line[1]))], bytes[(head + 4)..]);
    }

    public Task WriteTo(HttpContext http)
    {
        foreach (var (name, value) in Head) http.Response.Headers.Append(name, value);
        http.Response.ContentLength = Body.Length;
        return http.Response.Body.WriteAsync(Body).AsTask();
    }
}
