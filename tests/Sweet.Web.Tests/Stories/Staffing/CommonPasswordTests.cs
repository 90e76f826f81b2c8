using Sweet.Web.Staffing;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>The list that zxcvbn carries is sorted by how often each was found among ten million leaked passwords.</summary>
public sealed class CommonPasswordTests
{
    private static readonly IReadOnlyList<string> MostCommon = [.. Read().Take(10_000)];

    [Fact]
    public void Each_of_the_ten_thousand_most_common_is_refused() =>
        Assert.DoesNotContain(MostCommon, password => PasswordRule.RefusalFor(password) is null);

    /// <summary>Most are too short for us: these are refused for what they are.</summary>
    [Fact]
    public void Some_of_them_are_long_enough_to_be_refused_for_being_common()
    {
        var longOnes = MostCommon.Where(password => password.Length >= PasswordRule.MinLength).ToList();

        Assert.InRange(longOnes.Count, 50, 100);
        Assert.All(longOnes, password => Assert.Contains("could be guessed", PasswordRule.RefusalFor(password), StringComparison.Ordinal));
        Assert.All(longOnes, password => Assert.NotNull(PasswordRule.RefusalFor(password.ToUpperInvariant())));
    }

    [Fact]
    public void The_list_is_the_one_that_we_think_it_is()
    {
        Assert.Equal(["123456", "password", "12345678", "qwerty"], MostCommon.Take(4));
        Assert.Equal(10_000, MostCommon.Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<string> Read()
    {
        var library = typeof(Zxcvbn.Zxcvbn).Assembly;
        var name = library.GetManifestResourceNames().Single(n => n.EndsWith("passwords.lst", StringComparison.Ordinal));
        using var lines = new StreamReader(library.GetManifestResourceStream(name)!);
        while (lines.ReadLine() is { } line) yield return line;
    }
}
