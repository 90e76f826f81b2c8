using System.Globalization;
using System.Text.RegularExpressions;
using Sweet.Benchmarks.Clients;
using Sweet.Benchmarks.Sites;

namespace Sweet.Benchmarks.Measures;

/// <summary>The form, sent: a seat is held, durably.</summary>
internal static partial class Registrations
{
    private static readonly int[] Visitors = [1, 8, 32];
    private static readonly string[] Goals = ["≥ 0.4", "≥ 0.5", "≥ 0.6"];

    private static int registered;

    public static async Task Measure(Plan plan, SweetSite site, Table table)
    {
        await using var server = await site.Start();
        var folder = Directory.CreateTempSubdirectory("sweet-bare-");
        var form = Path.Combine(folder.FullName, "form");
        await using (var connection = await Connection.Open(server.Port))
            RecordedAnswer.Write(form, await connection.Ask(Connection.Get(FormOf(site), server.Host)));

        await using (var bare = await BareSite.Start(form, form, Path.Combine(folder.FullName, "bare.db")))
        {
            foreach (var (index, visitors) in Visitors.Index())
            {
                var turns = await Turns.Take(
                    plan, visitors, server, Visitor(server, FormOf(site), PostOf(site)), bare, Visitor(bare, "/form", "/form"));
                table.Add($"registrations a second, {visitors} at once, share of bare", turns.Share(t => t.ASecond).As("0.00"), Goals[index]);
                table.Add($"registrations a second, {visitors} at once", $"{turns.OfSite(t => t.ASecond).As("0")}, bare {turns.OfBare(t => t.ASecond).As("0")}", "");
                table.Add($"CPU a registration, {visitors} at once", turns.OfSite(t => t.CpuMilliseconds).As("0.00") + " ms", "≤ 1.5 ms");
            }

            await MeasureForm(plan, server, FormOf(site), bare, table);
        }

        folder.Delete(recursive: true);
    }

    public static async Task RegisterOne(SweetSite site)
    {
        await using var server = await site.Start();
        await using var connection = await Connection.Open(server.Port);
        await Visitor(server, FormOf(site), PostOf(site))(connection);
    }

    private static async Task MeasureForm(Plan plan, ServerProcess server, string path, ServerProcess bare, Table table)
    {
        var turns = await Turns.Take(plan, 8, server, c => c.Ask(Connection.Get(path, server.Host)), bare, c => c.Ask(Connection.Get("/form", bare.Host)));
        table.Add("CPU of the form alone", turns.OfSite(t => t.CpuMilliseconds).As("0.00") + " ms", "≤ 0.6 ms");
    }

    private static string FormOf(SweetSite site) => $"/cohorts/{site.Cohort}/enrollments/new";

    private static string PostOf(SweetSite site) => $"/cohorts/{site.Cohort}/enrollments";

    /// <summary>Somebody new each time, who takes the cookies of the form along.</summary>
    private static Func<Connection, Task> Visitor(ServerProcess server, string form, string post)
    {
        var get = Connection.Get(form, server.Host);
        return async connection =>
        {
            var page = await connection.Ask(get);
            var (text, cookies) = (page.BodyText, page.Cookies);
            var number = Interlocked.Increment(ref registered).ToString(CultureInfo.InvariantCulture);
            var typed = $"__RequestVerificationToken={Uri.EscapeDataString(Value(text, "__RequestVerificationToken"))}"
                + $"&SeenPriceMinor={Value(text, "SeenPriceMinor")}&FirstName=Ann&LastName=Sample&Email=ann{number}%40example.org&Profession=Psychologist&Consent=true";
            var answer = await connection.Ask(Connection.Post(post, server.Host, cookies, typed));
            if (answer.Status != 303) throw new InvalidOperationException($"{post}: {answer.HeadText}{answer.BodyText}");
        };
    }

    private static string Value(string form, string name) =>
        Inputs().Matches(form).Select(m => m.Value).Where(i => i.Contains($"name=\"{name}\"", StringComparison.Ordinal))
            .Select(i => ValueOf().Match(i).Groups["value"].Value).FirstOrDefault("");

    [GeneratedRegex("<input[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValueOf();
}
