using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Seating;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.TransferOfferEndings;

[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class TransferOfferEndingsController(OfferTransfer offerTransfer) : Controller
{
    [HttpGet("/admin/enrollments/{id:int}/transfer-offers/{offerId:int}/ending")]
    public IActionResult Index(int id, int offerId) => this.SeeOther($"/admin/enrollments/{id}/transfer-offers/new");

    [HttpPost("/admin/enrollments/{id:int}/transfer-offers/{offerId:int}/ending")]
    public async Task<IActionResult> Create(int id, int offerId, CancellationToken ct) =>
        await offerTransfer.TakeBack(id, offerId, User.AsActor(), ct) ? this.SeeOther($"/admin/enrollments/{id}") : NotFound();
}
