using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Founding;

namespace Sweet.Web.Features.Staff.Setups;

/// <summary>On the overview of a new installation: what is missing before anyone can register.</summary>
public sealed class SetupNoticeViewComponent(FoundInstitute foundInstitute) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        (await foundInstitute.Missing(HttpContext.RequestAborted)).IsNothing
            ? Content("")
            : View("/Features/Staff/Setups/_Notice.cshtml");
}
