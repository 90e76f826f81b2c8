using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sweet.Browser.Tests.Support;

/// <summary>A browser that remembers everything that must not happen while somebody uses the site.</summary>
public sealed class Reader : IAsyncDisposable
{
    private static int last;

    private readonly RunningSite running;
    private readonly List<string> complaints = [];

    public Reader(RunningSite running, IPage page)
    {
        this.running = running;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !IsRefusalOfPage(message), $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Request += (_, request) => Note(IsElsewhere(request.Url), $"request left the machine: {request.Url}");
        page.RequestFailed += (_, request) => Note(request.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) != true, $"request failed: {request.Url} {request.Failure}");
    }

    public IPage Page { get; }

    public Uri Site => running.Site;

    /// <summary>Of the seat that was registered for last.</summary>
    public string Email { get; private set; } = NewEmail();

    /// <summary>Opens a page of the site, or of the stand-ins by its whole address.</summary>
    public async Task Open(string address)
    {
        var response = await Page.GotoAsync(address);
        Assert.True(response!.Ok, $"{address} answered {response.Status}");
    }

    /// <summary>From the home page by the article and the course to the form.</summary>
    /// <param name="look">Done on each page on the way.</param>
    public async Task FollowToForm(Func<Task> look)
    {
        await Open("/");
        await look();
        await Page.Locator("#feature a").ClickAsync();
        await look();
        await Page.GetByRole(AriaRole.Link, new() { Name = "See the course and register" }).ClickAsync();
        await look();
        await Page.Locator(".cohorts").GetByRole(AriaRole.Link, new() { Name = "Register for" }).First.ClickAsync();
        await look();
    }

    public async Task FillIn()
    {
        Email = NewEmail();
        await Page.GetByLabel("First name").FillAsync("Ana");
        await Page.GetByLabel("Last name").FillAsync("Ortiz");
        await Page.GetByLabel("Email address").FillAsync(Email);
        await Page.GetByLabel("Profession").SelectOptionAsync(new SelectOptionValue { Label = "Social worker" });
        await Page.GetByLabel("I accept the").CheckAsync();
    }

    /// <summary>Registers for the cohort that has seats; ends at the page of the held seat.</summary>
    public async Task HoldSeat()
    {
        await FollowToForm(LooksRight);
        await FillIn();
        await Press("Hold my seat and continue");
        await ComesTo(running.Site, "/enrollments/");
    }

    public async Task GoToPay()
    {
        await Press("Continue to payment");
        await ComesTo(running.StandIns, "/checkout/");
    }

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    /// <remarks>Not WaitForLoadState or WaitForURL: they look first and listen then, and lose an event that comes between.</remarks>
    public Task IsLoaded() => Assertions.Expect(Page.Locator("html")).ToHaveJSPropertyAsync("ownerDocument.readyState", "complete");

    /// <summary>Waits for an address of the site or of the stand-ins: the beginning of it, with one more segment.</summary>
    public Task ComesTo(Uri start, string path) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(new Uri(start, path).ToString())}[^/]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The page is a page: one heading, and nothing to scroll to sideways.</summary>
    public async Task LooksRight()
    {
        await IsLoaded();
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        var (wanted, there) = (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await Page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        Assert.True(wanted <= there, $"{Page.Url} is {wanted} pixels wide on a screen of {there}");
    }

    /// <summary>The window gets another size.</summary>
    public Task Turn(Screen screen) => Page.SetViewportSizeAsync(screen.Width, screen.Height);

    /// <summary>Waits until an email has come to this reader's address.</summary>
    public async Task<JsonElement> MailArrives(string subject)
    {
        var inbox = await Page.Context.NewPageAsync();
        await inbox.GotoAsync(running.StandIns + "inbox.json");
        // Not WaitForFunction: it takes the promise of an async function for an answer, and does not ask again.
        var found = await inbox.EvaluateAsync<JsonElement>(
            """
            async ([email, subject]) => {
                for (const end = Date.now() + 30000; Date.now() < end; await new Promise(later => setTimeout(later, 250))) {
                    const mail = (await (await fetch('/inbox.json')).json())
                        .find(mail => mail.subject.includes(subject) && mail.to.some(to => to.email === email));
                    if (mail) return mail;
                }
                throw new Error(`no mail to ${email} about "${subject}" within 30 seconds`);
            }
            """,
            new[] { Email, subject });
        await inbox.CloseAsync();
        return found;
    }

    public void HasNothingToComplainOf() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string NewEmail() => $"reader{Interlocked.Increment(ref last)}@clinic.example";

    private void Note(bool isBad, string what)
    {
        if (!isBad) return;
        lock (complaints) complaints.Add($"{Page.Url}: {what}");
    }

    // A browser notes every page that says 404 or 422, which the tests ask for; what a page loads has no such excuse.
    private bool IsRefusalOfPage(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal);

    private static bool IsElsewhere(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal) && !address.IsLoopback;
}
