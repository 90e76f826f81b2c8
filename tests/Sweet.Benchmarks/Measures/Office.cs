using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Sweet.Benchmarks.Clients;
using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>Every page of the registration office that links lead to, one of a kind, as an admin alone at the site waits for it.</summary>
internal static partial class Office
{
    private const int Times = 5;

    /// <summary>Milliseconds that a page may take; of what takes longer, each is a row.</summary>
    private const double Goal = 150;

    public static async Task Measure(SweetSite site, Table table)
    {
        await using var server = await site.Start();
        await using var connection = await Connection.Open(server.Port);
        var cookies = await SignIn(server, connection);
        var took = new List<(string Path, double Milliseconds)>();
        var ahead = new Queue<string>(["/staff", "/admin/search?q=ana", "/admin/search?q=grown", $"/admin/search?q=grown99999%40example.org"]);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var path))
        {
            var get = Connection.Get(path, server.Host, $"Cookie: {cookies}\r\n");
            foreach (Match link in Links().Matches(await Read(connection, get, path)))
            {
                var address = link.Groups["to"].Value.Replace("&amp;", "&", StringComparison.Ordinal);
                if (kinds.Add(Numbers().Replace(address.Split('?')[0], "#"))) ahead.Enqueue(address);
            }

            took.Add((path, await Median(connection, get, path)));
        }

        table.Add($"office: the slowest of {took.Count} pages, {took.MaxBy(t => t.Milliseconds).Path}", InWords(took.Max(t => t.Milliseconds)), $"≤ {Goal} ms");
        foreach (var (path, milliseconds) in took.Where(t => t.Milliseconds > Goal)) table.Add($"office: {path}", InWords(milliseconds), $"≤ {Goal} ms");
        table.Add("office: the page in the middle", InWords(took.Select(t => t.Milliseconds).Order().ElementAt(took.Count / 2)), "");
    }

    private static async Task<double> Median(Connection connection, byte[] get, string path)
    {
        // The first is compiled, and read from the disk.
        await Read(connection, get, path);
        var times = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await connection.Ask(get);
            times[i] = watch.Elapsed.TotalMilliseconds;
        }

        return times.Order().ElementAt(Times / 2);
    }

    private static async Task<string> Read(Connection connection, byte[] get, string path)
    {
        var answer = await connection.Ask(get);
        return answer.Status == 200 ? answer.BodyText : throw new InvalidOperationException($"{path}: {answer.HeadText}");
    }

    /// <returns>The cookies of somebody who is signed in.</returns>
    private static async Task<string> SignIn(ServerProcess server, Connection connection)
    {
        var page = await connection.Ask(Connection.Get("/staff/sign-in", server.Host));
        var (cookies, token) = (page.Cookies, Token().Match(page.BodyText).Groups["token"].Value);
        var answer = await connection.Ask(Connection.Post(
            "/staff/sign-in/demonstration", server.Host, cookies, $"__RequestVerificationToken={Uri.EscapeDataString(token)}&Who=admin"));
        return answer.Status == 303 ? $"{cookies}; {answer.Cookies}" : throw new InvalidOperationException($"Nobody could sign in: {answer.HeadText}");
    }

    private static string InWords(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");

    /// <summary>To pages of the office, not to files.</summary>
    [GeneratedRegex("""href="(?<to>/(admin|staff)(/[^".]*)?)"(?! download)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex("[0-9a-f]{32,}|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
