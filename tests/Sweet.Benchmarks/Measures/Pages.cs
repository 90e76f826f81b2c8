using System.Globalization;
using Sweet.Benchmarks.Clients;
using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>What strangers read, from 64 connections.</summary>
internal static class Pages
{
    private const int Readers = 64;

    /// <summary>While so many are answered, the site has sent a new page as small as it gets.</summary>
    private const int UntilPacked = 5_000;

    public static async Task Measure(Plan plan, SweetSite site, Table table)
    {
        await using var server = await site.Start();
        table.Add("memory when idle", Megabytes(server), "≤ 120 MB");
        foreach (var (name, path) in ((string, string)[])[("article", SweetSite.Article), ("course page", SweetSite.Course)])
            await Measure(plan, server, name, path, table);
        table.Add("memory after load", Megabytes(server), "≤ 160 MB");
    }

    private static async Task Measure(Plan plan, ServerProcess server, string name, string path, Table table)
    {
        var folder = Directory.CreateTempSubdirectory("sweet-bare-");
        var file = Path.Combine(folder.FullName, "page");
        await using (var connection = await Connection.Open(server.Port))
        {
            var page = await Smallest(connection, Connection.Get(path, server.Host));
            RecordedAnswer.Write(file, page);
            table.Add($"{name}: bytes on the wire, body and head", $"{page.Body.Length} and {page.Head.Length}", name == "article" ? "≤ 5,300 and 600" : "");
        }

        await using (var bare = await BareSite.Start(file, file, Path.Combine(folder.FullName, "bare.db")))
        {
            var turns = await Turns.Take(plan, Readers, server, Reader(server, path), bare, Reader(bare, "/"));
            table.Add($"{name}: pages a second, share of bare", turns.Share(t => t.ASecond).As("0.00"), "≥ 0.92");
            table.Add($"{name}: p99, times bare", turns.Share(t => t.P99).As("0.00"), "≤ 1.3");
            table.Add($"{name}: CPU a page, times bare", turns.Share(t => t.CpuMilliseconds).As("0.00"), "≤ 1.15");
            table.Add($"{name}: CPU a page", $"{turns.OfSite(t => t.CpuMilliseconds).As("0.0000")} ms, bare {turns.OfBare(t => t.CpuMilliseconds).As("0.0000")} ms", "");
        }

        folder.Delete(recursive: true);
    }

    private static async Task<Answer> Smallest(Connection connection, byte[] request)
    {
        for (var asked = 0; asked < UntilPacked; asked++) await connection.Ask(request);
        return await connection.Ask(request);
    }

    private static Func<Connection, Task> Reader(ServerProcess server, string path)
    {
        var request = Connection.Get(path, server.Host);
        return async connection =>
        {
            var page = await connection.Ask(request);
            if (page.Status != 200 || page.Body.Length == 0) throw new InvalidOperationException($"{path}: {page.HeadText}");
        };
    }

    private static string Megabytes(ServerProcess server) => server.Megabytes.ToString("0 MB", CultureInfo.InvariantCulture);
}
