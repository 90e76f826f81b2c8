using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks;

/// <summary>What is measured, for how long, and of which build of the site.</summary>
/// <param name="WasPublished">For this run, since no site was given.</param>
/// <param name="Rounds">Site and bare endpoint take turns that often: what the machine does meanwhile hits both.</param>
internal sealed record Plan(string What, string Assembly, bool WasPublished, int Rounds, TimeSpan Round, TimeSpan WarmUp)
{
    private static readonly string[] Known = ["pages", "registrations", "start", "office", "growth", "all"];

    public const string Usage = "Usage: pages|registrations|start|office|growth|all [--site PATH/Sweet.Web.dll] [--smoke]";

    public bool Has(string what) => What == what || What == "all";

    /// <returns>Null for a command line that is none.</returns>
    public static async Task<Plan?> Read(string[] args)
    {
        if (args is not [var what, ..] || !Known.Contains(what)) return null;

        var smoke = args.Contains("--smoke");
        var given = Array.IndexOf(args, "--site") is var at and > 0 && at + 1 < args.Length ? args[at + 1] : null;
        var site = given ?? await Published.Site(compiledAhead: !smoke);
        // It runs and counts right; its figures say nothing.
        return smoke
            ? new Plan(what, site, given is null, Rounds: 1, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(100))
            : new Plan(what, site, given is null, Rounds: 5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10));
    }
}
