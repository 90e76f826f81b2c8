using Sweet.Sandbox.Stripe;

namespace Sweet.Sandbox.Pages;

/// <summary>Everything that a test can do to the stand-ins, by buttons; the same addresses serve other programs.</summary>
internal sealed class ControlPages(StandIns standIns)
{
    private readonly ControlActs acts = new(standIns);

    public void Map(WebApplication host)
    {
        host.MapGet("/control", http => Show(http, refusal: null));
        MapAct(host, "/control/sessions/{id}", acts.Session);
        MapAct(host, "/control/payments/{id}", acts.Payment);
        MapAct(host, "/control/refunds/{id}", acts.Refund);
        MapAct(host, "/control/disputes/{id}", acts.Dispute);
        MapAct(host, "/control/events/{id}", acts.Event);
        MapAct(host, "/control/webhooks", acts.Webhooks);
        MapAct(host, "/control/balance", acts.Balance);
        MapAct(host, "/control/payouts/{id}", acts.Payout);
        MapAct(host, "/control/faults", acts.Faults);
        MapAct(host, "/control/mail-events", new MailActs(standIns).Waiting, back: "/inbox");
        MapAct(host, "/control/mails/{id}", new MailActs(standIns).Mail, back: "/inbox");
    }

    private void MapAct(WebApplication host, string address, Func<string, IFormCollection, Task> act, string back = "/control") =>
        host.MapPost(address, http => Act(http, act, back));

    private async Task Act(HttpContext http, Func<string, IFormCollection, Task> act, string back)
    {
        var form = await http.Request.ReadFormAsync();
        try
        {
            await act(http.Request.RouteValues["id"]?.ToString() ?? "", form);
        }
        catch (StripeFailure refused)
        {
            await Show(http, refused.Message, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = back;
    }

    private Task Show(HttpContext http, string? refusal, int status = 200) =>
        Page.Write(http, "Control", new ControlView(standIns).Whole(refusal), status);
}
