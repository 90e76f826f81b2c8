using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sweet.Browser.Tests.Support;

namespace Sweet.Browser.Tests;

/// <summary>What the office does with the keyboard and with the keys of a device.</summary>
[Collection(nameof(RunningSite))]
public sealed partial class OfficeKeysTests(RunningSite running)
{
    [Fact]
    public async Task A_passkey_is_chosen_at_the_first_sign_in_and_signs_in_alone_afterwards()
    {
        await using var reader = await running.NewReader(Screen.Phone);
        var page = reader.Page;
        await GiveKey(page);
        await reader.Open(await Invited(reader));
        await page.GetByLabel("Your name").FillAsync("Jordan Sample");
        await page.GetByLabel("Password").FillAsync("crimson otter mends lanterns");
        await page.Locator("main form button").ClickAsync();

        await reader.Press("Use a passkey");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Keep your recovery codes");
        await reader.LooksRight();
        await page.Context.ClearCookiesAsync();
        await reader.Open("/staff/sign-in?back=/staff/profile");
        await reader.Press("Sign in with a passkey");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Jordan Sample");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("with your passkey");
        await reader.LooksRight();
        reader.HasNothingToComplainOf();
    }

    [Fact]
    public async Task Results_come_as_one_types_and_go_with_Escape()
    {
        await using var reader = await running.NewReader();
        var page = reader.Page;
        await reader.Open("/staff/sign-in");
        await page.Locator("button[value=admin]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("What needs me now?");

        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("ipt");
        await Assertions.Expect(page.Locator("[data-found] a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form [role=status]")).Not.ToBeEmptyAsync();
        await reader.LooksRight();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("[data-found]")).ToHaveCountAsync(0);
        await page.Keyboard.TypeAsync("ipt");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(SearchPage());
        reader.HasNothingToComplainOf();
    }

    // What a device with a fingerprint reader is to the browser.
    private static async Task GiveKey(IPage page)
    {
        var chromium = await page.Context.NewCDPSessionAsync(page);
        await chromium.SendAsync("WebAuthn.enable");
        await chromium.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    // By the admin of the sandbox, in a browser of their own.
    private async Task<string> Invited(Reader reader)
    {
        await using var admin = await running.NewReader();
        await admin.Open("/staff/sign-in");
        await admin.Page.Locator("button[value=admin]").ClickAsync();
        await Assertions.Expect(admin.Page.Locator("h1")).ToHaveTextAsync("What needs me now?");
        await admin.Open("/admin/people/invitations");
        await admin.Page.Locator("main input[name=Email]").FillAsync(reader.Email);
        await admin.Page.Locator("main input[name=IsAdmin]").CheckAsync();
        await admin.Page.Locator("main form button").ClickAsync();
        var mail = await reader.MailArrives("staff account");
        return InvitationLink().Match(mail.GetRawText()).Value;
    }

    [GeneratedRegex("/staff/invitations/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InvitationLink();

    [GeneratedRegex("/admin/search[?]q=ipt$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SearchPage();
}
