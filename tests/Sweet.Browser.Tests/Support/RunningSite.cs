using Microsoft.Playwright;

namespace Sweet.Browser.Tests.Support;

/// <summary>The real site and a real browser; started once for all tests.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    /// <summary>Where Debian installs it; elsewhere Playwright's own is taken.</summary>
    private const string DebianChromium = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private RunningSandbox? sandbox;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Site => sandbox!.Site;

    public Uri StandIns => sandbox!.StandIns;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.Start();
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = File.Exists(DebianChromium) ? DebianChromium : null,
            Args = Flags,
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (sandbox is not null) await sandbox.DisposeAsync();
    }

    /// <summary>Somebody with a browser of their own; no cookie of another is in it.</summary>
    public async Task<Reader> NewReader(Screen? screen = null, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var size = screen ?? Screen.Desktop;
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Site.ToString(),
            ViewportSize = new() { Width = size.Width, Height = size.Height },
            HasTouch = size.IsPhone,
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            TimezoneId = "America/Los_Angeles",
            Locale = "en-US",
        });
        return new Reader(this, await context.NewPageAsync());
    }
}

[CollectionDefinition(nameof(RunningSite))]
public sealed class RunningSiteTests : ICollectionFixture<RunningSite>;

/// <summary>Sizes in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    public static readonly Screen Desktop = new(1280, 900);
    public static readonly Screen Phone = new(390, 844);

    /// <summary>The narrowest that WCAG asks for (1.4.10); also a desktop at 400 % zoom.</summary>
    public static readonly Screen Narrowest = new(320, 640);

    public bool IsPhone => Width < 600;
}
