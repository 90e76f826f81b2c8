using System.Diagnostics;
using System.Globalization;
using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>The same again over a database of many years.</summary>
internal static class Growth
{
    public static async Task Measure(Plan plan, SweetSite site, Table table)
    {
        // The demonstration has no message that could be copied.
        await Registrations.RegisterOne(site);
        await Workers.Measure(plan, site, table);
        Fill(site, table);

        var grown = new Table();
        await Workers.Measure(plan, site, grown);
        await Starts.Measure(plan, site, grown);
        await Pages.Measure(plan, site, grown);
        await Registrations.Measure(plan, site, grown);
        await Office.Measure(site, grown);
        foreach (var (what, figure, goal) in grown.Rows) table.Add($"grown: {what}", figure, goal);
    }

    /// <summary>The pages of staff alone.</summary>
    public static async Task MeasureOffice(SweetSite site, Table table)
    {
        await Registrations.RegisterOne(site);
        Fill(site, table);
        await Office.Measure(site, table);
    }

    private static void Fill(SweetSite site, Table table)
    {
        var watch = Stopwatch.StartNew();
        GrownDatabase.Fill(site.Database, site.Cohort);
        table.Add("to fill the database", string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0} s"), "≤ 120 s");
    }
}
