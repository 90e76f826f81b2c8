using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Tests;
using Sweet.Sandbox.Previews;
using Sweet.Web.Email.Letters;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Email;

/// <summary>What holds for every letter of the site.</summary>
public partial class LetterPreviewTests
{
    private static readonly string[] OtherHosts = ["chat.whatsapp.com", "meet.example"];

    public static TheoryData<int> Every { get; } = [.. Enumerable.Range(0, 73)];

    [Fact]
    public async Task Are_all_looked_at() => Assert.Equal(Every.Count, (await All()).Count);

    [Fact]
    public async Task Are_there_for_every_kind_of_letter()
    {
        var kinds = typeof(Letter).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Letter)) && !type.IsAbstract);

        var shown = (await All()).Select(preview => preview.Letter.GetType());
        Assert.Empty(kinds.Except(shown).Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Name_each_enrollment_page_that_they_open(int position)
    {
        var preview = (await All())[position];

        var tokens = PageToken().Matches(preview.Body.Text).Select(match => match.Groups["token"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(preview.Letter.Opens.Select(e => e.TokenForMail()).ToHashSet(StringComparer.Ordinal), tokens);
    }

    [Fact]
    public async Task Have_a_kind_that_its_column_holds() =>
        Assert.All(await All(), preview => Assert.InRange(preview.Letter.Kind.Length, 1, Message.KindMaxLength));

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Say_the_same_in_plain_text_and_in_the_same_order(int position)
    {
        var mail = (await All())[position].Body;
        var html = Squeezed(new HtmlParser().ParseDocument(mail.Html).Body!.TextContent);

        var at = 0;
        foreach (var words in mail.Text.Split('\n').Select(Squeezed).Where(line => line.Any(char.IsLetterOrDigit)))
        {
            var parts = words.Contains("://", StringComparison.Ordinal) ? [words] : words.Split(": ", 2);
            foreach (var part in parts.Select(p => p.TrimEnd(':')))
            {
                at = html.IndexOf(part, at, StringComparison.Ordinal);
                Assert.True(at >= 0, $"\"{part}\" is not in the HTML, or in another order.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Lead_to_our_own_pages_only(int position)
    {
        var mail = (await All())[position].Body;

        var links = new HtmlParser().ParseDocument(mail.Html).Links.OfType<IHtmlAnchorElement>().Select(a => new Uri(a.Href))
            .Concat(Address().Matches(mail.Text).Select(m => new Uri(m.Value)));
        Assert.All(links, link => Assert.True(link.Host == "sweet.test" || OtherHosts.Contains(link.Host), link.Host));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Have_a_subject_one_point_and_help(int position)
    {
        var mail = (await All())[position].Body;

        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(mail.Subject, page.Title);
        Assert.Contains("help@sweet.example", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    private static Task<IReadOnlyList<LetterPreview>> All() =>
        new LetterPreviews(new SiteOptions { BaseUrl = "https://sweet.test" }).All(Some.Now);

    private static string Squeezed(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex("/enrollments/(?<token>[0-9a-z]{26})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageToken();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
