using System.Text.RegularExpressions;

namespace Sweet.Web.Tests.Conventions;

public partial class SourceConventionTests
{
    private const int MostLines = 300;
    private const int MostCharacters = 140;

    [Theory]
    [InlineData(@"^\s*(global )?using (static )?Stripe\b", "src/Sweet.Web/Payments/")]
    [InlineData(@"^\s*(global )?using (static )?SendGrid\b", "src/Sweet.Web/Email/")]
    [InlineData(@"\bUseSqlite\(|\bUseSqlServer\(|\bSqlite(Connection|Exception)\b|\bSql(Connection|Exception)\b|EntityFrameworkCore\.(Sqlite|SqlServer)", "src/Sweet.Web/Data/")]
    public void An_outside_thing_is_named_in_its_own_folder_only(string name, string folder)
    {
        var pattern = new Regex(name, RegexOptions.Multiline, TimeSpan.FromSeconds(5));

        var strangers = SourceFiles.In("src/Sweet.Web", ".cs", ".cshtml", ".razor")
            .Where(file => !file.Path.StartsWith(folder, StringComparison.Ordinal) && pattern.IsMatch(file.Text));

        Assert.Empty(strangers.Select(file => file.Path));
        Assert.Contains(SourceFiles.In(folder, ".cs"), file => pattern.IsMatch(file.Text));
    }

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        var files = SourceFiles.In("src", ".cs", ".cshtml", ".razor", ".css", ".js").Concat(SourceFiles.In("tests", ".cs"));

        Assert.Empty(files.Where(file => file.Text.Split('\n').Length > MostLines).Select(file => file.Path));
    }

    [Theory]
    [InlineData("src/Sweet.Domain")]
    [InlineData("src/Sweet.Sandbox")]
    [InlineData("src/Sweet.Web")]
    public void No_line_is_too_wide_to_read(string folder)
    {
        var wide = SourceFiles.In(folder, ".cs").SelectMany(file => file.Text.Split('\n').Index()
            .Where(line => line.Item.TrimEnd('\r').Length > MostCharacters).Select(line => $"{file.Path}:{line.Index + 1}"));

        Assert.Empty(wide);
    }

    [Fact]
    public void Every_warning_that_is_switched_off_says_why()
    {
        var silent = SourceFiles.In("src", ".cs").Concat(SourceFiles.In("tests", ".cs"))
            .SelectMany(file => file.Text.Split('\n').Where(line => SwitchedOff().IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}"));

        Assert.Empty(silent);
    }

    [Fact]
    public void Both_clocks_of_the_machine_are_banned()
    {
        var banned = File.ReadAllText(Path.Combine(SourceFiles.Root, "BannedSymbols.txt"));

        Assert.All(["System.DateTime.UtcNow", "System.DateTime.Now", "System.DateTimeOffset.UtcNow", "System.DateTimeOffset.Now"], clock => Assert.Contains($"P:{clock};", banned));
    }

    // There, a year that nobody means is refused.
    [Fact]
    public void What_is_typed_as_a_date_is_read_in_one_place()
    {
        var readers = SourceFiles.In("src/Sweet.Web/Features", ".cs").Where(file => DateReader().IsMatch(file.Text));

        Assert.Equal(["src/Sweet.Web/Features/Staff/Shared/Words/Typed.cs"], readers.Select(file => file.Path));
    }

    [Fact]
    public void The_domain_needs_no_package()
    {
        var project = File.ReadAllText(Path.Combine(SourceFiles.Root, "src/Sweet.Domain/Sweet.Domain.csproj"));

        Assert.DoesNotContain("Reference", project);
    }

    [Fact]
    public void No_test_sleeps_or_is_skipped()
    {
        // Experiments have real processes and no clock of their own to turn.
        var lazy = SourceFiles.In("tests", ".cs").Where(file => LazyTest().IsMatch(file.Text)
            && !file.Path.EndsWith("SourceConventionTests.cs", StringComparison.Ordinal)
            && !file.Path.StartsWith("tests/Sweet.Experiments/", StringComparison.Ordinal));

        Assert.Empty(lazy.Select(file => file.Path));
    }

    [GeneratedRegex(@"#pragma warning disable \w+\s*$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"\bDate(Only|Time|TimeOffset)\.(Try)?Parse", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DateReader();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay|WaitForTimeoutAsync|\bSkip\s*=", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LazyTest();
}
