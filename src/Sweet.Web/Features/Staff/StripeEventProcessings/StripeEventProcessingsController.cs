using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.StripeEventProcessings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class StripeEventProcessingsController(ProcessAgain processAgain) : Controller
{
    [HttpGet("/admin/stripe-events/{id:int}/processings")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/stripe-events/{id}");

    /// <remarks>Stripe silent: 503, nothing was done, and the same button works later.</remarks>
    [HttpPost("/admin/stripe-events/{id:int}/processings")]
    public async Task<IActionResult> Create(int id, CancellationToken ct) =>
        await processAgain.Process(id, User.AsActor(), ct) ? this.SeeOther($"/admin/stripe-events/{id}") : NotFound();
}
