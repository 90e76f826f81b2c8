using Sweet.Sandbox.Stripe;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Modelled;

/// <summary>Somebody with a browser and an address who does one thing at a time, and does not remember what is not on the page.</summary>
internal sealed class ModelledStudent(Visitor visitor, StripeStandIn stripe, string email)
{
    public string Email => email;

    /// <summary>The page of the last enrollment, once there was one.</summary>
    public string? Place { get; private set; }

    /// <summary>The payment page that was opened last.</summary>
    public string? Session { get; private set; }

    /// <summary>What opens that page, or null.</summary>
    public string? Token => Place?.Split('/')[2];

    /// <summary>Opens the link of an email.</summary>
    public void Follow(string token) => Place = $"/enrollments/{token}";

    public async Task<Page> Register(string form)
    {
        var page = await visitor.Open(form);
        if (page.HasForm) page = await page.Submit(f => f.FillIn(email));
        if (page.Address.StartsWith("/enrollments/", StringComparison.Ordinal)) Place = page.Address;
        return page;
    }

    /// <summary>Asks for a place in line, and presses the button behind the emailed link.</summary>
    public async Task AskForPlace(string form)
    {
        var page = await visitor.Open(form);
        if (page.Heading == "Join the waitlist") await page.Submit(f => f.Fill("FirstName", "Ana").Fill("Email", email).Tick("Consent"));
    }

    /// <summary>On the page of a place in line: presses a button if it is there.</summary>
    public async Task PressInLine(string place, string button)
    {
        var page = await visitor.Open(place);
        if (page.Buttons.Contains(button)) await page.Submit(button);
    }

    /// <summary>Takes the seat that is kept, by the usual form.</summary>
    public async Task TakeOffer(string place)
    {
        var page = await visitor.Open($"{place}/enrollments/new");
        if (page.MainForm.Has("Consent")) page = await page.Submit(f => f.Choose("Profession", "Social worker").Tick("Consent"));
        if (page.Address.StartsWith("/enrollments/", StringComparison.Ordinal)) Place = page.Address;
    }

    public Task GoToPay() => Press("Continue to payment");

    public async Task WaitWithLateMoney()
    {
        await Press("Wait in line and leave my payment here");
        await Press("Take the seat with my payment");
    }

    public async Task HaveLateMoneyBack()
    {
        await Press("Send my payment back now");
        await Press("Leave the line and get my payment back");
    }

    public Task GiveBack() => Press("Give the seat back");

    public async Task Withdraw()
    {
        if (Place is null) return;

        var page = await visitor.Open($"{Place}/withdrawal/new");
        if (page.Address.EndsWith("/withdrawal/new", StringComparison.Ordinal) && page.HasForm) await page.Submit();
    }

    /// <summary>On the page of a seat that has ended, with everything filled in.</summary>
    public async Task RegisterAgain()
    {
        if (await Pressed("Register again") is { Status: 200 } page) Place = page.Address;
    }

    /// <summary>Of a seat that costs nothing, by the link that was emailed.</summary>
    public Task ConfirmForFree() => Press("Confirm my seat");

    /// <summary>Moves to other dates, if staff have let them choose and a seat is free there.</summary>
    public async Task ChooseOfferedDates()
    {
        if (Place is null) return;

        var page = await visitor.Open($"{Place}/transfers/new");
        if (page is not { Status: 200, HasForm: true }) return;

        var answer = await page.Submit();
        if (answer.Status == 200) Place = answer.Address;
    }

    public Task Pay() => Session is null ? Task.CompletedTask : stripe.TryPay(Session);

    public Task PayByBank() =>
        IsAt("open", "unpaid") && stripe.Session(Session!).PaymentMethodTypes.Contains("us_bank_account") ? stripe.PayByBank(Session!) : Task.CompletedTask;

    public Task BankPays() => IsAt("complete", "unpaid") ? stripe.SucceedDelayed(Session!) : Task.CompletedTask;

    public Task BankRefuses() => IsAt("complete", "unpaid") ? stripe.FailDelayed(Session!) : Task.CompletedTask;

    public async Task Land()
    {
        if (Session is not null) await visitor.Open(stripe.Session(Session).SuccessUrl!);
    }

    private bool IsAt(string status, string payment) =>
        Session is not null && stripe.Session(Session) is var session && session.Status == status && session.PaymentStatus == payment && IsUndecided(session.PaymentIntent);

    // A bank that has refused leaves its session unpaid for ever.
    private bool IsUndecided(string? intent) => stripe.PaymentIntents.All(p => p.Id != intent || p.Status is "processing" or "requires_payment_method" && p.LastPaymentError is null);

    private async Task Press(string button) => Session = (await Pressed(button))?.LeadsTo ?? Session;

    private async Task<Page?> Pressed(string button)
    {
        if (Place is null) return null;

        var page = await visitor.Open(Place);
        return page.Buttons.Contains(button) ? await page.Submit(button) : null;
    }
}
