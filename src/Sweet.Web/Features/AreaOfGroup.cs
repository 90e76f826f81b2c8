using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Sweet.Web.Features;

/// <summary>The group that a controller stands in, Public, Students or Hooks, is its area: its views are found there.</summary>
internal sealed class AreaOfGroup : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        var start = $"{typeof(AreaOfGroup).Namespace}.";
        if (controller.ControllerType.Namespace is { } name && name.StartsWith(start, StringComparison.Ordinal))
            controller.RouteValues["area"] = name[start.Length..].Split('.')[0];
    }
}
