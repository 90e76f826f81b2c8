using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>From the command to the first article.</summary>
internal static class Starts
{
    public static async Task Measure(Plan plan, SweetSite site, Table table)
    {
        var took = new List<double>();
        for (var round = 0; round < plan.Rounds; round++)
        {
            await using var server = await site.Start();
            took.Add(server.StartTook.TotalSeconds);
        }

        table.Add("first good answer after the start", Spread.Of(took).As("0.00") + " s", "≤ 1.2 s");
    }
}
